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
from chatmairie.echecs.donnees.journal import TEXTES
from chatmairie.echecs.donnees.mecanisme import normaliser
from chatmairie.echecs.donnees.rejeu import Rejeu, rejouer
from chatmairie.echecs.donnees.remedes import Reprise
from chatmairie.echecs.donnees.tirage import appliquer_reglement, autre_jour
from chatmairie.langue.phrases import remplir

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


def _dire(nom: str, /, **trous: Any) -> str:
    return remplir(TEXTES["scenes"][nom], **trous)


def la_pile(rejeu: Rejeu) -> Jeu:
    """Vous instruisez la pile du jour ; à 18 h, il en reste."""
    ouverts, fermes = _pile(rejeu.graine, rejeu.monde)
    jour, tous = rejeu.monde.jour_sale, len(ouverts) + len(fermes)
    bureau = Guichet("", _dire("matin", jour=jour, n=tous), _dire("lieu_du_matin"), pile_de_dossiers(0, tous))
    pas = {"matin": Pas(bureau, {_dire("ouvrir_le_premier"): "dossier 1"})}
    for rang, dossier in enumerate(ouverts.itertuples(), 1):
        suite = {_dire("ouvrir_le_suivant"): f"dossier {rang + 1}"}
        if rang == len(ouverts):
            suite = {_dire("regarder_l_heure"): "soir"}
        pas[f"dossier {rang}"] = Pas(_dossier(dossier, _dire("signer")), suite)
    comptes = {"Dossiers du jour": str(tous), "Ouverts": str(len(ouverts)), "Pas même ouverts": str(len(fermes))}
    pas["soir"] = Pas(Ensemble(Ecran(_dire("lieu_du_soir"), comptes, _dire("soir")), nom="18 h"))
    return Jeu(_dire("la_pile", jour=jour), pas, list(pas))


def _dossier(dossier: Any, phrase: str) -> Ecran:
    return Ecran(
        f"Dossier {dossier.num_dossier}",
        {
            "Enfant": f"{dossier.prenom or _dire('prenom_illisible')}, {int(dossier.age)} ans",
            "Demande": str(dossier.activite),
            "Réponse": "refus" if dossier.decision == "refuse" else "accepté",
            "Instruit par": str(dossier.instruit_par) or "(rien)",
        },
        phrase,
    )


def les_dossiers_reparaissent(rejeu: Rejeu) -> Jeu:
    """Les dossiers restés sur la pile, tels qu'on les retrouve dans l'archive."""
    _, fermes = _pile(rejeu.graine, rejeu.monde)
    archive = [_dossier(d, _dire("motif", motif=d.motif)) for d in fermes.itertuples()]
    gaspard = Guichet(presenter("gaspard"), _dire("gaspard"), _dire("lieu_de_gaspard"))
    pas = {
        "gaspard": Pas(gaspard, {_dire("chercher", n=len(fermes)): "archive"}),
        "archive": Pas(Ensemble(*archive, nom=_dire("archive"))),
    }
    return Jeu(_dire("les_dossiers"), pas, list(pas))


def un_autre_jour(rejeu: Rejeu) -> Jeu:
    """Le dossier de Léa, déposé le jour sale, puis un autre jour : la même machine, deux lettres."""
    sale = rejeu.monde.jour_sale
    dossier = _dossier_de_lea(rejeu)
    autres = [j for j in m.JOURS if j not in (sale, "samedi")]
    avis = {j: float(rejeu.modele.avis(autre_jour(dossier, j, rejeu.monde)).iloc[0]) for j in autres}
    mieux = max(avis, key=avis.__getitem__)
    lettres = {j: _lettre(rejeu, autre_jour(dossier, j, rejeu.monde)) for j in (mieux, sale)}
    un, en_regle = dossier.iloc[0], bool(rejeu.decisions.loc[dossier.index[0], "recevable"])
    boutons = {j: _dire("deposer", jour=j) for j in lettres}
    depot = Ecran(
        _dire("dossier_de", prenom=un["prenom"]),
        {
            "Âge": f"{un['age']} ans",
            "Demande": str(un["activite"]),
            "Pièces": f"{un['pieces_fournies']} sur {len(m.PIECES)}",
            "Règles remplies": "les cinq" if en_regle else "pas toutes",
        },
        _dire("quel_jour"),
    )
    pas = {
        "depot": Pas(depot, {boutons[j]: j for j in lettres}),
        mieux: Pas(lettres[mieux], {boutons[sale]: sale}),
        sale: Pas(lettres[sale], {boutons[mieux]: mieux}),
    }
    return Jeu(_dire("deux_jours"), pas, ["depot", mieux, sale])


def _dossier_de_lea(rejeu: Rejeu) -> pd.DataFrame:
    return rejeu.dossiers[rejeu.dossiers["prenom"].eq(personne("lea").prenom)].head(1)


def _lettre(rejeu: Rejeu, dossier: pd.DataFrame) -> Lettre:
    un, cas = dossier.iloc[0], "accepte" if rejeu.modele.accepte(dossier).iloc[0] else "refuse"
    return Lettre(
        _dire("expediteur"),
        _dire("parents", prenom=un["prenom"]),
        _dire(f"objet_{cas}", dossier=un["num_dossier"], jour=un["jour_depot"]),
        _dire(f"lettre_{cas}", place=TEXTES["places"][un["activite"]], prenom=un["prenom"]),
        _dire("signature"),
    )


def le_dernier_ecran(reprise: Reprise) -> CarteTexte:
    """Un enfant que vos réponses épargnent (Léa d'abord), et un enfant en règle qui attend encore."""
    if reprise.decisions is None:
        return merci("inscriptions", reprise.manque)
    en_regle = reprise.decisions[reprise.decisions["recevable"]]
    attend = en_regle["apres"].ne("accepter")
    epargnes = en_regle[en_regle["avant"].eq("refuser") & ~attend]
    return merci("inscriptions", "", _un_enfant("epargne", epargnes), _un_enfant("attend", en_regle[attend]))


def _un_enfant(cas: str, dossiers: pd.DataFrame) -> str:
    """« Léa, 3 ans (animations) : … », Léa d'abord si elle en est ; vide s'il n'y a personne."""
    if dossiers.empty:
        return ""
    lea = dossiers[dossiers["prenom"].eq(personne("lea").prenom)]
    un = (lea if len(lea) else dossiers).iloc[0]
    return _dire(cas, prenom=un["prenom"], age=int(un["age"]), activite=un["activite"])
