"""`choix_ia.alerter` : à qui demander de justifier un prix très bas, sans jamais rejeter d'office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.monde import MONDES, Monde
from chatmairie.echecs.choix_ia.tirage import tirer_marche
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)

TRES_BAS = (0.335, 0.35)
ORDINAIRE = 0.78
"""Les offres très basses du juge coûtent de 33,5 à 35 % de l'estimation (s'il y en a deux, l'autre de 20 à 25 %) ; les
suivantes, au moins 78 %. Entre les deux, rien : tout seuil de 36 à 77 % se défend. Deux très basses sur cinq font une
moyenne dont la moitié ne dépasse pas 32,8 % : qui compare à la moyenne ne voit pas la plus haute des deux ; qui compare
à la médiane les voit (39 % au moins)."""

# Les consultations du juge : combien d'offres très basses, et la taille de l'achat (1 : l'estimation du monde).
_MARCHES = {"une_basse": (1, 1), "deux_basses": (2, 1), "aucune": (0, 1), "grande_ville": (1, 4), "village": (0, 0.3)}


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    estimations = {nom: round(echelle * monde.estimation, 1) for nom, (_, echelle) in _MARCHES.items()}
    entrees: dict[str, Any] = {"estimation": round(monde.estimation, 1), "estimations": estimations}
    basses_de: dict[str, list[str]] = {}
    parts: dict[str, dict[str, int]] = {}  # le prix, en pour cent de ce que la mairie pensait payer
    for nom, (combien, _) in _MARCHES.items():
        offres = tirer_marche(hasard, monde, candidats=6 if combien < 2 else 5).offres
        facteurs = hasard.uniform(0.9, 1.35, len(offres)) if combien < 2 else hasard.uniform(0.86, 0.92, len(offres))
        facteurs[0] = hasard.uniform(ORDINAIRE, 0.84)  # une offre un peu moins chère que les autres : rien d'anormal
        if nom == "aucune":
            facteurs[-1] = hasard.uniform(2.0, 2.4)  # une offre très chère ne rend pas les autres anormales
        basses = hasard.permutation(np.arange(1, len(offres)))[:combien]
        facteurs[basses] = [*hasard.uniform(*TRES_BAS, min(combien, 1)), *hasard.uniform(0.2, 0.25, combien)][:combien]
        offres["prix_k_eur"] = np.round(facteurs * estimations[nom], 1)
        offres = offres.sample(frac=1, random_state=int(hasard.integers(1_000_000)))
        part = (100 * offres["prix_k_eur"] / estimations[nom]).round().astype(int)
        entrees[nom], basses_de[nom] = offres, list(offres.loc[part < 50, "nom"])
        parts[nom] = dict(zip(offres["nom"], part.tolist(), strict=True))
    return Sujet(entrees, {"basses": basses_de, "parts": parts})


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    fonction = formes.fonction(productions["offres_a_justifier"], "offres_a_justifier")
    return {
        nom: _noms(fonction(entrees[nom].copy(), entrees["estimations"][nom]), entrees[nom]["nom"]) for nom in _MARCHES
    }


def _noms(rendu: Any, candidats: pd.Series) -> list[str]:
    """Les noms rendus, comme la consultation les écrit. Lève `FormeInattendue`."""
    if isinstance(formes.rendu(rendu, "offres_a_justifier"), pd.DataFrame):
        raise F.refus("un_tableau")
    lus = formes.liste(rendu, "offres_a_justifier")
    connus = {sans_accents(n): n for n in candidats}
    noms = [sans_accents(n) for n in formes.textes(lus)]
    inconnus = [lu for lu, nom in zip(lus, noms, strict=True) if nom not in connus]
    if inconnus:
        raise F.refus("nom_inconnu", rendu=str(inconnus[0])[:60])
    return [connus[nom] for nom in noms]


@F.controle
def prix_tres_bas_signales(sujet: Sujet, reponse: Reponse) -> Constat | None:
    basses_de, parts = sujet.verite["basses"], sujet.verite["parts"]
    if all(len(set(reponse[cas])) == len(offres) for cas, offres in parts.items()):
        cheres = [n for offres in parts.values() for n, part in offres.items() if part >= 100]
        deranges = len(_deranges(sujet, reponse))
        return F.tort("question_sans_objet/a_toutes", deranges, offre=cheres[0], cheres=len(cheres))
    oubliees_de = {cas: [n for n in basses if n not in reponse[cas]] for cas, basses in basses_de.items()}
    cas = next((cas for cas, oubliees in oubliees_de.items() if oubliees), None)
    if cas is None:
        return None
    famille = {"deux_basses": "deux_basses_se_cachent", "grande_ville": "seuil_fixe"}
    oubliees = oubliees_de[cas]
    return F.tort(
        famille.get(cas, "prix_tres_bas_sans_question"),
        # une grande ville sert quatre fois plus d'habitants
        sum(_MARCHES[c][1] * len(noms) for c, noms in oubliees_de.items()),
        offre=oubliees[0],
        part=parts[cas][oubliees[0]],
        oubliees=len(oubliees),
    )


def _deranges(sujet: Sujet, reponse: Reponse) -> list[tuple[str, int]]:
    """Les offres ordinaires à qui l'on demande de se justifier : leur nom, leur prix en pour cent de l'estimation."""
    basses, parts = sujet.verite["basses"], sujet.verite["parts"]
    return [(n, parts[cas][n]) for cas, noms in reponse.items() for n in noms if n not in basses[cas]]


@F.controle
def prix_ordinaires_tranquilles(sujet: Sujet, reponse: Reponse) -> Constat | None:
    deranges = _deranges(sujet, reponse)
    if not deranges:
        return None
    cheres = [n for n, part in deranges if part >= 100]
    if len(cheres) * 2 > len(deranges):
        return F.tort("question_sans_objet/aux_plus_cheres", len(deranges), offre=cheres[0], cheres=len(cheres))
    offre, part = deranges[0]
    return F.tort("question_de_trop", len(deranges), offre=offre, part=part)


def _produire(decisions: Mapping[str, Any]) -> Productions:
    part = {"moitie": 0.5, "dix_pour_cent": 0.9, "vingt_fois": 0.05}[decisions["ecart"]]

    def offres_a_justifier(offres: pd.DataFrame, estimation: float) -> list:
        prix = offres["prix_k_eur"]
        reference = {"estimation": estimation, "moyenne": prix.mean(), "plus_chere": prix.max()}
        return offres.loc[prix < part * reference[decisions["comparer_a"]], "nom"].tolist()

    return {"offres_a_justifier": offres_a_justifier}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
