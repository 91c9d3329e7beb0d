"""Ce que les exercices du module partagent : les mondes, les archives à juger, les phrases sur des personnes."""

from __future__ import annotations

from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.archives import tirer_archives
from chatmairie.echecs.donnees.mecanisme import normaliser
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Monde, monde_mute
from chatmairie.echecs.donnees.monde import MOTIF_ABANDONNE as MOTIF_ABROGE
from chatmairie.juge.exercice import Mondes

LIGNES = 2000
"""Taille des archives et des rentrées jugées (les mondes cachés restent sous 2 000 lignes)."""

MONDES = Mondes(public=MONDE_DU_COURS, mute=monde_mute)

CLE = ["id_enfant", "activite", "annee"]
"""Une demande : un enfant, une activité, une année."""

REGLES = ("age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais")
"""Les colonnes que lit le règlement : de quoi nourrir la machine, comme dans le corrigé du cours."""


def archives_a_juger(hasard: Generator, monde: Monde, lignes: int = LIGNES) -> pd.DataFrame:
    """Une archive normalisée, fraîche."""
    return normaliser(tirer_archives(hasard, monde, lignes=lignes))


def sans_decision(archives: pd.DataFrame) -> pd.Series:
    """Vrai là où personne n'a instruit : le logiciel a clôturé seul."""
    return archives["instruit_par"].eq("")


def critere_abroge(archives: pd.DataFrame) -> pd.Series:
    """Vrai là où le refus vient du critère « parents actifs », abandonné en 2021."""
    return archives["decision"].eq("refuse") & archives["motif"].eq(MOTIF_ABROGE)


def vraies_decisions(archives: pd.DataFrame) -> pd.DataFrame:
    """Les décisions prises par un agent selon les règles d'aujourd'hui, une par demande (la dernière)."""
    return archives[~sans_decision(archives) & ~critere_abroge(archives)].drop_duplicates(CLE, keep="last")


def enfant(ligne: Any) -> str:
    """« Léa, 3 ans » (données synthétiques)."""
    age = int(ligne["age"])
    return f"{ligne['prenom']}, {age} an{'s' if age > 1 else ''}"


def quelques(lignes: pd.DataFrame, combien: int = 2) -> str:
    """« Léa, 3 ans (dossier D-…) et Noé, 7 ans (dossier D-…) », les premiers de la table."""
    noms = [f"{enfant(ligne)} (dossier {ligne['num_dossier']})" for _, ligne in lignes.head(combien).iterrows()]
    return " et ".join(noms)
