"""Refuser une entrée absurde par une phrase claire : ce que demandent toutes les simulations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from numbers import Integral
from typing import TYPE_CHECKING

from numpy.random import Generator

from chatmairie.langue.mots import sans_accents

if TYPE_CHECKING:
    import pandas as pd


def le_code(valeur: object, connus: Iterable[str]) -> str | None:
    """Celui des codes connus que dit cette valeur, sans chicaner sur casse, accents et espaces ; rien sinon."""
    if not isinstance(valeur, str):
        return None
    return {sans_accents(c): c for c in connus}.get(sans_accents(valeur).replace(" ", "_"))


def exiger_entier(valeur: object, nom: str) -> None:
    """Lève `TypeError` si `valeur` n'est pas un entier (un booléen n'en est pas un)."""
    if isinstance(valeur, bool) or not isinstance(valeur, Integral):
        raise TypeError(f"{nom} : attendu un entier, reçu {valeur!r}.")


def exiger_monde(monde: object, sorte: type) -> None:
    """Lève `TypeError` si `monde` n'est pas un `Monde` de ce module (`sorte`)."""
    if not isinstance(monde, sorte):
        raise TypeError(f"monde : attendu un Monde (par exemple MONDE_DU_COURS), reçu {type(monde).__name__}.")


def exiger_generateur(hasard: object) -> None:
    """Lève `TypeError` si `hasard` n'est pas un `numpy.random.Generator`."""
    if not isinstance(hasard, Generator):
        raise TypeError(
            f"hasard : attendu un générateur (numpy.random.default_rng(graine)), reçu {type(hasard).__name__}."
        )


def exiger_lignes(lignes: int, minimum: int = 1, maximum: int = 200_000) -> None:
    """Lève `TypeError` ou `ValueError` si `lignes` n'est pas un nombre de lignes raisonnable."""
    exiger_entier(lignes, "lignes")
    if not minimum <= lignes <= maximum:
        raise ValueError(f"lignes : attendu un entier de {minimum} à {maximum}, reçu {lignes}.")


def exiger_colonnes(table: object, colonnes: Sequence[str], nom: str = "table") -> pd.DataFrame:
    """Rend la table ; lève `TypeError` si ce n'en est pas une, `ValueError` si des colonnes manquent."""
    import pandas as pd

    if not isinstance(table, pd.DataFrame):
        raise TypeError(f"{nom} : attendu une table (DataFrame), reçu {type(table).__name__}.")
    absentes = [c for c in colonnes if c not in table.columns]
    if absentes:
        raise ValueError(f"{nom} : colonne(s) absente(s) : {', '.join(absentes)}.")
    return table
