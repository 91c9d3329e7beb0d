"""`donnees.taux` : mesurer le taux de refus, par jour puis par n'importe quelle colonne."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES, archives_a_juger
from chatmairie.echecs.donnees.monde import Monde
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.texte import nombre

F = Fiche(__file__)

ECART_ADMIS = 0.005 + 1e-9
"""Arrondir au centième est permis : un taux se lit « combien sur cent ». Les fausses réponses de la banque
s'écartent d'au moins 0,44 (outils/mesures_marges.py)."""

AUTRES = {"canal": "au téléphone", "type_famille": "famille d'accueil", "annee": 2017}
"""Une autre colonne, et le petit groupe que le juge y ajoute : il compte comme les autres."""

PETIT_GROUPE = {"accepte": 9, "refuse": 3}


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde)
    autre = str(hasard.choice(list(AUTRES)))
    for decision, combien in PETIT_GROUPE.items():
        possibles = archives.index[archives["decision"].eq(decision)]
        archives.loc[hasard.choice(possibles, combien, replace=False), autre] = AUTRES[autre]
    refus = archives["decision"].eq("refuse")
    return Sujet(
        entrees={"archives": archives, "colonnes": ["jour_depot", autre]},
        verite={
            "autre": autre,
            "taux": {c: _par_groupe(refus.groupby(archives[c]).mean()) for c in ("jour_depot", autre)},
            "refus": {c: _par_groupe(refus.groupby(archives[c]).sum()) for c in ("jour_depot", autre)},
            "total": int(refus.sum()),
        },
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    taux_de_refus = formes.fonction(productions["taux_de_refus"], "taux_de_refus")
    reponse = {}
    for colonne in entrees["colonnes"]:
        serie = formes.colonne(taux_de_refus(entrees["archives"].copy(), colonne), "taux_de_refus")
        reponse[colonne] = {str(groupe): _nombre(valeur) for groupe, valeur in serie.items()}
    return reponse


def _nombre(valeur: Any) -> float:
    """Un nombre, ou NaN pour une case vide ; ni texte, ni vrai/faux."""
    valeur = valeur.item() if isinstance(valeur, np.generic) else valeur
    if valeur is None or valeur is pd.NA or (type(valeur) is float and math.isnan(valeur)):
        return math.nan
    if not est_nombre(valeur):
        raise F.refus("pas_un_nombre")
    return float(valeur)


def _par_groupe(serie: Any) -> dict[str, float]:
    return {str(groupe): float(valeur) for groupe, valeur in serie.items()}


def ecart(sujet: Sujet, reponse: Reponse) -> float:
    """Le plus grand écart entre un taux rendu et le vrai (0 à 1 ; l'infini si un groupe manque)."""
    return max(
        abs(reponse[colonne].get(g, math.inf) - vrai) for colonne, taux in sujet.verite["taux"].items()
        for g, vrai in taux.items()
    )  # fmt: skip


def _examiner(sujet: Sujet, donne: dict[str, float], colonne: str) -> Constat | None:
    juste = sujet.verite["taux"][colonne]
    manquants = [g for g in juste if g not in donne]
    if not donne:
        return F.tort("groupes_absents/rien", n=len(manquants), sur=len(juste), colonne=colonne)
    if manquants:
        cas = "groupes_absents/quelques" if len(manquants) < len(juste) else "groupes_absents/tous"
        rendus = ", ".join(list(donne)[:6])
        return F.tort(cas, n=len(manquants), sur=len(juste), colonne=colonne, rendus=rendus)
    if all(abs(donne[g] - juste[g]) <= ECART_ADMIS for g in juste):
        return None
    return _erreur_reconnue(sujet, donne, colonne)


def _erreur_reconnue(sujet: Sujet, donne: dict[str, float], colonne: str) -> Constat:
    juste, refus = sujet.verite["taux"][colonne], sujet.verite["refus"][colonne]
    total = max(1, sujet.verite["total"])

    def vaut(calcul: Any, admis: float = ECART_ADMIS) -> bool:
        return all(abs(donne[g] - calcul(g)) <= admis for g in juste)

    if vaut(lambda g: refus[g]):
        pire = max(refus, key=refus.__getitem__)
        return F.tort("compter_au_lieu_de_rapporter", pire=pire, n=refus[pire])
    if vaut(lambda g: 100 * juste[g], admis=0.5):
        return F.tort("pourcentages")
    if vaut(lambda g: 1 - juste[g]):
        return F.tort("acceptations")
    if vaut(lambda g: refus[g] / total):
        return F.tort("part_de_tous_les_refus")
    if vaut(lambda g: 0.0):
        return F.tort("aucun_refus_trouve")
    pire = max(juste, key=lambda g: math.inf if math.isnan(donne[g]) else abs(donne[g] - juste[g]))
    if math.isnan(donne[pire]):
        return F.tort("taux_faux/vide", pire=pire, colonne=colonne, n=refus[pire])
    return F.tort("taux_faux/nombre", pire=pire, colonne=colonne, dit=nombre(donne[pire], fixes=True), n=refus[pire])


@F.controle
def par_jour(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _examiner(sujet, reponse["jour_depot"], "jour_depot")


@F.controle
def par_autre_colonne(sujet: Sujet, reponse: Reponse) -> Constat | None:
    autre = sujet.verite["autre"]
    return _examiner(sujet, reponse[autre], autre)


EXERCICE = F.exercice(
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
)
