"""La pile du mercredi, ce qu'elle est devenue, et le même dossier un autre jour. Chaque dossier vient du rejeu."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.dessins import pile_de_dossiers
from chatmairie.affichage.jouer import Jeu, Pas
from chatmairie.affichage.scenes import Ecran, Guichet, Lettre
from chatmairie.echecs.commun.distribution import personne, presenter
from chatmairie.echecs.commun.recit import merci
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.dossiers import appliquer_reglement, autre_jour
from chatmairie.echecs.donnees.journal_textes import PLACES
from chatmairie.echecs.donnees.nettoyage import normaliser
from chatmairie.echecs.donnees.rejeu import Rejeu, rejouer
from chatmairie.echecs.donnees.rejouons import Reprise
from chatmairie.langue.mots import accorder, de

OUVERTS, FERMES = 2, 3
"""Dossiers de la pile que l'on a le temps d'ouvrir, et dossiers que personne n'ouvre."""


@lru_cache(maxsize=4)
def _pile(graine: int, monde: m.Monde) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(ouverts, jamais ouverts) : des dossiers d'un même mercredi d'archive, en règle pour ces derniers."""
    archives = normaliser(rejouer(graine, monde).archives)
    du_jour = archives[archives["jour_depot"].eq(monde.jour_sale)]
    ferme = du_jour["instruit_par"].eq("") & du_jour["decision"].eq("refuse")
    en_regle = appliquer_reglement(du_jour, monde.reglement)["recevable"] & du_jour["prenom"].ne("")
    return du_jour[~ferme & du_jour["instruit_par"].ne("")].head(OUVERTS), du_jour[ferme & en_regle].head(FERMES)


def la_pile(rejeu: Rejeu) -> Jeu:
    """Vous instruisez la pile du jour ; à 18 h, il en reste."""
    ouverts, fermes = _pile(rejeu.graine, rejeu.monde)
    jour, tous = rejeu.monde.jour_sale, len(ouverts) + len(fermes)
    pas = {
        "matin": Pas(
            Guichet(
                "",
                f"C'est {jour}. {accorder(tous, 'dossier', 'dossiers')} sur votre bureau. Vous instruisez : vous "
                "ouvrez, vous vérifiez les cinq règles, vous répondez.",
                "Le service périscolaire, 8 h",
                pile_de_dossiers(0, tous),
            ),
            {"Ouvrir le premier dossier": "dossier 1"},
        )
    }
    for rang, dossier in enumerate(ouverts.itertuples(), 1):
        suivant = ("Ouvrir le suivant", f"dossier {rang + 1}") if rang < len(ouverts) else ("Regarder l'heure", "soir")
        pas[f"dossier {rang}"] = Pas(_dossier(dossier, "Vous signez. Au suivant."), dict([suivant]))
    pas["soir"] = Pas(
        Ensemble(
            Ecran(
                "Le logiciel des inscriptions, 18 h",
                {"Dossiers du jour": str(tous), "Ouverts": str(len(ouverts)), "Pas même ouverts": str(len(fermes))},
                "« À demain ! »",
            ),
            nom="18 h",
        )
    )
    return Jeu(f"Un {jour} au service périscolaire", pas, list(pas))


def _dossier(dossier: Any, phrase: str) -> Ecran:
    return Ecran(
        f"Dossier {dossier.num_dossier}",
        {
            "Enfant": f"{dossier.prenom or 'prénom illisible'}, {int(dossier.age)} ans",
            "Demande": str(dossier.activite),
            "Réponse": "refus" if dossier.decision == "refuse" else "accepté",
            "Instruit par": str(dossier.instruit_par) or "(rien)",
        },
        phrase,
    )


def les_dossiers_reparaissent(rejeu: Rejeu) -> Jeu:
    """Les dossiers restés sur la pile, tels qu'on les retrouve dans l'archive."""
    _, fermes = _pile(rejeu.graine, rejeu.monde)
    archive = [_dossier(d, f"Motif : {d.motif}.") for d in fermes.itertuples()]
    pas = {
        "gaspard": Pas(
            Guichet(
                presenter("gaspard"),
                "« Le soir, ce que personne n'a ouvert, il le ferme. Il écrit “refus”. »",
                "Gaspard s'arrête à votre bureau",
            ),
            {f"Chercher les {len(fermes)} dossiers dans l'archive": "archive"},
        ),
        "archive": Pas(Ensemble(*archive, nom="L'archive que la machine a apprise")),
    }
    return Jeu("Les dossiers que vous n'avez pas ouverts", pas, list(pas))


def un_autre_jour(rejeu: Rejeu) -> Jeu:
    """Le dossier de Léa, déposé le jour sale, puis un autre jour : la même machine, deux lettres."""
    sale = rejeu.monde.jour_sale
    dossier = _dossier_de_lea(rejeu)
    autres = [j for j in m.JOURS if j not in (sale, "samedi")]
    avis = {j: float(rejeu.modele.avis(autre_jour(dossier, j, rejeu.monde)).iloc[0]) for j in autres}
    mieux = max(avis, key=avis.__getitem__)
    lettres = {j: _lettre(rejeu, autre_jour(dossier, j, rejeu.monde)) for j in (mieux, sale)}
    un = dossier.iloc[0]
    prenom, en_regle = str(un["prenom"]), bool(rejeu.decisions.loc[dossier.index[0], "recevable"])
    boutons = {j: f"Le déposer un {j}" for j in lettres}
    pas = {
        "depot": Pas(
            Ecran(
                f"Le dossier {de(prenom)}",
                {
                    "Âge": f"{un['age']} ans",
                    "Demande": str(un["activite"]),
                    "Pièces": f"{un['pieces_fournies']} sur {len(m.PIECES)}",
                    "Règles remplies": "les cinq" if en_regle else "pas toutes",
                },
                "Quel jour le déposez-vous ?",
            ),
            {boutons[j]: j for j in lettres},
        ),
        mieux: Pas(lettres[mieux], {boutons[sale]: sale}),
        sale: Pas(lettres[sale], {boutons[mieux]: mieux}),
    }
    return Jeu("Le même dossier, deux jours", pas, ["depot", mieux, sale])


def _dossier_de_lea(rejeu: Rejeu) -> pd.DataFrame:
    return rejeu.dossiers[rejeu.dossiers["prenom"].eq(personne("lea").prenom)].head(1)


def _lettre(rejeu: Rejeu, dossier: pd.DataFrame) -> Lettre:
    un = dossier.iloc[0]
    prise = bool(rejeu.modele.accepte(dossier).iloc[0])
    place = PLACES[str(un["activite"])]
    texte = (
        f"Chère famille,\n\n{place[0].upper()}{place[1:]} est réservée pour {un['prenom']}."
        if prise
        else f"Chère famille,\n\n{place[0].upper()}{place[1:]} n'est pas accordée à {un['prenom']}.\n\n"
        "Motif : aucun n'est donné."
    )
    return Lettre(
        "la mairie, service périscolaire",
        f"les parents {de(str(un['prenom']))}",
        f"Dossier {un['num_dossier']}, déposé un {un['jour_depot']} : {'accepté' if prise else 'refusé'}",
        texte,
        "Réponse écrite par ChatMairie (IA). Instruit par : personne.",
    )


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """Un enfant que vos réponses épargnent (Léa d'abord), et un enfant en règle qui attend encore."""
    if reprise.decisions is None:
        return merci("inscriptions", reprise.manque)
    en_regle = reprise.decisions[reprise.decisions["recevable"]]
    attend = en_regle["apres"].ne("accepter")
    epargnes = en_regle[en_regle["avant"].eq("refuser") & ~attend]
    return merci("inscriptions", "", _un_enfant(epargnes, "refus avant, place après."),
                 _un_enfant(en_regle[attend], "dossier en règle, et pas encore de place."))  # fmt: skip


def _un_enfant(dossiers: pd.DataFrame, quoi: str) -> str:
    """« Léa, 3 ans (animations) : … », Léa d'abord si elle en est ; vide s'il n'y a personne."""
    if dossiers.empty:
        return ""
    lea = dossiers[dossiers["prenom"].eq(personne("lea").prenom)]
    un = (lea if len(lea) else dossiers).iloc[0]
    return f"{un['prenom']}, {un['age']} ans ({un['activite']}) : {quoi}"
