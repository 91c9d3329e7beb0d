"""`donnees.colonnes` : ce dont la machine a besoin, et à quoi chaque colonne sert."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES, REGLES, archives_a_juger, enfant, vraies_decisions
from chatmairie.echecs.donnees.mecanisme import entrainer, predire_le_jour
from chatmairie.echecs.donnees.monde import Monde
from chatmairie.echecs.donnees.tirage import appliquer_reglement, tirer_dossiers
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents
from chatmairie.langue.texte import nombre

F = Fiche(__file__)

TORT_MAX = 0.05
"""Part tolérée de refus (ou d'admissions) à tort. Mesuré sur 40 mondes (outils/mesures_marges.py) : aucun avec les
bonnes réponses ; une règle oubliée fait admettre à tort au moins un dossier irrecevable sur cinq."""

TRAHISON_MAX = 0.80
"""Aire sous la courbe au-delà de laquelle des colonnes redonnent le jour (0,5 : elles n'en disent rien). Mesuré sur
100 mondes : 0,67 au plus avec une colonne par règle (l'âge en dit un peu), 0,73 avec l'activité, 0,78 avec l'heure ;
0,89 pour toutes les colonnes sauf jour, file et ticket ; 1 avec la file ou le ticket."""

MOTS_D_UNE_FINALITE = 3
UTILES = frozenset({*REGLES, "activite", "annee"})
"""Une colonne par règle, et ce qui dit à quoi l'enfant est inscrit : la consigne l'annonce."""

IDENTITE = frozenset({"num_dossier", "id_enfant", "id_famille", "prenom"})
APRES_COUP = frozenset({"decision", "motif", "instruit_par", "raison_ecart"})


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde)
    propre = vraies_decisions(archives)
    dossiers = tirer_dossiers(hasard, monde, lignes=1500)
    return Sujet(
        entrees={"propre": propre, "archives": archives, "dossiers": dossiers, "jour": monde.jour_sale},
        verite={
            "recevable": appliquer_reglement(dossiers, monde.reglement)["recevable"].tolist(),
            "dossiers": dossiers,
        },
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    finalites = formes.dictionnaire(productions["COLONNES"], "COLONNES")
    connues = list(entrees["archives"].columns)
    if not finalites:
        raise F.refus("rien")
    for colonne, phrase in finalites.items():
        if colonne not in connues:
            raise F.refus("pas_une_colonne", colonne=colonne, connues=", ".join(connues))
        if not isinstance(phrase, str):
            raise F.refus("pas_une_phrase", colonne=colonne)
    utiles = [c for c in finalites if c not in IDENTITE | APRES_COUP]
    if not utiles:
        return {"finalites": finalites, "accepte": [False] * len(entrees["dossiers"]), "trahison": 0.5}
    modele = entrainer(entrees["propre"], utiles)
    return {
        "finalites": finalites,
        "accepte": modele.accepte(entrees["dossiers"]).tolist(),
        "trahison": predire_le_jour(entrees["archives"], utiles, jour=entrees["jour"]),
    }


@F.controle
def finalites_dites(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    finalites = reponse["finalites"]
    for colonne, phrase in finalites.items():
        if len(set(re.findall(r"\w+", phrase.lower()))) < MOTS_D_UNE_FINALITE:
            if ecrite := phrase.strip():
                return F.tort("finalite_muette/ecrite", colonne=colonne, ecrite=ecrite)
            return F.tort("finalite_muette/rien", colonne=colonne)
    if len({sans_accents(p) for p in finalites.values()}) < len(finalites):
        return F.tort("finalite_recopiee")
    return None


def _lus(sujet: Sujet, reponse: Reponse) -> tuple[pd.Series, pd.Series]:
    index = sujet.verite["dossiers"].index
    return pd.Series(sujet.verite["recevable"], index=index), pd.Series(reponse["accepte"], index=index)


def parts_a_tort(sujet: Sujet, reponse: Reponse) -> tuple[float, float]:
    """Part des recevables refusés, part des irrecevables admis (0 à 1)."""
    recevable, accepte = _lus(sujet, reponse)
    return (
        float((recevable & ~accepte).sum() / max(1, recevable.sum())),
        float((~recevable & accepte).sum() / max(1, (~recevable).sum())),
    )


@F.controle
def colonnes_suffisantes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    dossiers = sujet.verite["dossiers"]
    recevable, accepte = _lus(sujet, reponse)
    refuses, admis = dossiers[recevable & ~accepte], dossiers[~recevable & accepte]
    part_refuses, part_admis = parts_a_tort(sujet, reponse)
    if part_admis > TORT_MAX:
        sur = int((~recevable).sum())
        return F.tort("colonne_necessaire_absente", len(admis), enfant=enfant(admis.iloc[0]), sur=sur)
    if part_refuses > TORT_MAX:
        sur = int(recevable.sum())
        return F.tort("recevables_refuses", len(refuses), enfant=enfant(refuses.iloc[0]), sur=sur)
    return None


@F.controle
def jour_introuvable(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if reponse["trahison"] <= TRAHISON_MAX:
        return None
    return F.tort("le_jour_revient", trahison=nombre(reponse["trahison"], fixes=True))


@F.controle
def rien_de_sensible(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    de_trop = [c for c in reponse["finalites"] if c not in UTILES | IDENTITE | APRES_COUP]
    sensibles = F.mots["sensibles"]
    for prise in de_trop:
        if prise in sensibles:
            prises = ", ".join(c for c in de_trop if c in sensibles)
            return F.tort("donnees_sensibles", quoi=sensibles[prise], colonne=prise, de_trop=prises)
    if de_trop:
        return F.tort("colonne_inutile", colonne=de_trop[0], de_trop=", ".join(de_trop))
    return None


@F.controle
def connu_au_depot(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    for famille, parmi in (("connue_apres_coup", APRES_COUP), ("identite", IDENTITE)):
        for colonne in reponse["finalites"]:
            if colonne in parmi:
                return F.tort(famille, colonne=colonne)
    return None


# --- sans code --------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    finalites = F.contenu["options"]["garder"]["valeurs"]
    return {"COLONNES": {c: finalites[c] for c in decisions["garder"]}}


EXERCICE = F.exercice(
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    produire=_produire,
)
