"""Les paris du module : ce qui s'est passé ensuite."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.commun.paris import Paris
from chatmairie.echecs.design.lisibilite import score as lisibilite

P = Paris(__file__)


@P.devoile
def atelier(compte_rendu: Any) -> str:
    demandes = [P.dire("une_demande", combien=n, quoi=quoi) for quoi, n in compte_rendu.demandes.items()]
    return P.dire("atelier", participants=compte_rendu.participants, demandes=", ".join(demandes))


@P.devoile
def combien(rejeu: Any) -> str:
    echanges = rejeu.echanges
    familieres = int(echanges["registre_reponse"].eq("familier").sum())
    return P.dire(
        "combien",
        familieres=familieres,
        echanges=len(echanges),
        part=round(100 * familieres / len(echanges)),
        du_corpus=round(100 * rejeu.monde.part_familiere),
    )


@P.devoile
def score(textes: Any) -> str:
    notes = {nom: lisibilite(texte) for nom, texte in textes.items()}
    ordre = sorted(notes, key=notes.__getitem__, reverse=True)
    return P.dire("score", notes=", ".join(P.dire("une_note", nom=nom, note=f"{notes[nom]:.0f}") for nom in ordre))


@P.devoile
def retirer(essai: Any) -> str:
    avant, apres = "tout garder", "retirer les questions en argot"
    return P.dire(
        "retirer",
        familieres=essai.familieres[apres],
        avant=essai.comprises[avant]["familier"],
        apres=essai.comprises[apres]["familier"],
        neuves_avant=essai.neuves[avant]["familier"],
        neuves_apres=essai.neuves[apres]["familier"],
    )


PARIS = P.tous()
