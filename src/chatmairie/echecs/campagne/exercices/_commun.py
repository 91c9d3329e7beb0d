"""Ce que les exercices du module partagent : les mondes, et comment on parle d'une personne du fichier."""

from __future__ import annotations

from typing import Any

import pandas as pd

from chatmairie.echecs.campagne.monde import MONDE_DU_COURS, monde_mute
from chatmairie.juge import formes
from chatmairie.juge.exercice import Mondes

MONDES = Mondes(public=MONDE_DU_COURS, mute=monde_mute)
PERSONNES = 900
"""Personnes du fichier jugé (hypothèse du cours)."""

EVENEMENTS = 80
"""Entrées de l'agenda jugé (hypothèse du cours)."""


def table_ou_index(rendu: Any, nom: str, colonne: str) -> pd.DataFrame:
    """La table rendue ; une colonne passée dans l'index (après un `groupby`, un `set_index`) y est remise."""
    if type(rendu) is pd.DataFrame and colonne in rendu.index.names and colonne not in rendu.columns:
        rendu = rendu.reset_index()
    return formes.table(rendu, nom, (colonne,))


def identifiants(rendu: Any, nom: str, colonne: str) -> list[str]:
    """Les identifiants rendus, en texte, dans l'ordre."""
    return [str(v) for v in table_ou_index(rendu, nom, colonne)[colonne]]


def qui(personne: pd.Series) -> str:
    """« Mei Vasseur »."""
    return f"{personne['prenom']} {personne['nom']}"


def milliers(nombre: float) -> str:
    """« 3 091 »."""
    return f"{round(nombre):,}".replace(",", " ")
