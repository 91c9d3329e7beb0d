"""Ce que les exercices du carnet partagent : les mondes, les demandes à juger, quelques lectures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.acte.delivrance import moyens_annonces, moyens_honnetes
from chatmairie.echecs.acte.monde import ACTES, AVEC_FILIATION, MONDE_DU_COURS, Monde, dire, monde_mute
from chatmairie.echecs.acte.tirage import savoirs_tires, tirer_registre
from chatmairie.juge.exercice import FormeInattendue, Mondes
from chatmairie.langue.mots import sans_accents

MONDES = Mondes(public=MONDE_DU_COURS, mute=monde_mute)
HONNETES = 260
"""Ayants droit jugés par monde : au moins dix dans la situation la plus rare (mesuré : 12 et plus)."""
ATTAQUES = 60
"""Demandes jugées par attaquant."""


def demandes_a_juger(hasard: Generator, monde: Monde) -> list[dict[str, Any]]:
    """Des demandes mêlées. Chacune : `vue` (ce que reçoit le code), et la vérité : genre (« ayant_droit »,
    « sans_filiation », « sans_droit », « pas_besoin », « attaque »), situation, savoirs, personne, attaquant."""
    registre = tirer_registre(hasard, HONNETES)
    demandes = [_honnete(hasard, monde, ligne) for ligne in registre.to_dict("records")]
    victimes = registre.to_dict("records")
    for attaquant in monde.attaquants:
        for _ in range(ATTAQUES):
            qui = victimes[int(hasard.integers(len(victimes)))]
            savoirs = savoirs_tires(hasard, attaquant)
            lien = "la personne elle-même" if hasard.random() < 0.6 else un(hasard, monde.ayants_droit)
            vue = _vue(un(hasard, AVEC_FILIATION), lien, un(hasard, monde.avec_acte), moyens_annonces(hasard, savoirs))
            demandes.append(_demande("attaque", vue, qui, savoirs, attaquant.nom))
    return [demandes[i] for i in hasard.permutation(len(demandes))]


def _honnete(hasard: Generator, monde: Monde, ligne: dict[str, Any]) -> dict[str, Any]:
    moyens = moyens_honnetes(hasard, ligne["situation"], ligne["franceconnect"], bool(ligne["telephone_connu"]))
    tirage = hasard.random()
    acte, lien, usage = un(hasard, AVEC_FILIATION), un(hasard, monde.ayants_droit), un(hasard, monde.avec_acte)
    if tirage < 0.56:
        genre = "ayant_droit"
    elif tirage < 0.70:
        genre, acte = "sans_filiation", ACTES[2]
        lien = un(hasard, (*monde.ayants_droit, *monde.sans_droit))
        if hasard.random() < 0.5:  # rien n'est demandé pour ce papier : certains n'ont rien à montrer en ligne
            moyens = tuple(m for m in moyens if not m.startswith("franceconnect"))
    elif tirage < 0.85:
        genre, lien = "sans_droit", un(hasard, monde.sans_droit)
    else:
        genre, usage = "pas_besoin", un(hasard, monde.sans_acte)
    return _demande(genre, _vue(acte, lien, usage, moyens), ligne, (), "")


def _vue(acte: str, lien: str, usage: str, moyens: tuple[str, ...]) -> dict[str, Any]:
    return {"acte": acte, "lien": lien, "usage": usage, "moyens": list(moyens)}


def _demande(genre, vue, ligne, savoirs, attaquant) -> dict[str, Any]:
    return {
        "genre": genre,
        "vue": vue,
        "situation": ligne["situation"],
        "personne": f"{ligne['prenom']} {ligne['nom']}",
        "savoirs": tuple(savoirs),
        "attaquant": attaquant,
    }


def un(hasard: Generator, choix: tuple[str, ...]) -> str:
    return str(choix[int(hasard.integers(len(choix)))])


def un_parmi(valeur: Any, connus: Iterable[str], cle: str) -> str:
    """La valeur connue que l'on a voulu écrire (casse, accents et espaces pardonnés). Lève `FormeInattendue`."""
    if not isinstance(valeur, str):
        raise FormeInattendue(dire("pas_un_mot", cle=cle, connus=", ".join(connus)))
    cherche = sans_accents(valeur).replace(" ", "_").replace("+", "_plus")
    for connu in connus:
        if sans_accents(connu).replace(" ", "_") == cherche:
            return connu
    raise FormeInattendue(dire("hors_liste", cle=cle, ecrit=valeur, connus=", ".join(connus)))
