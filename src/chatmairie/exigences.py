"""Refuser une entrée absurde par une phrase claire, et comparer des mots sans chicaner : communs à tous les paquets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from numbers import Integral
from typing import TYPE_CHECKING

from numpy.random import Generator

if TYPE_CHECKING:
    import pandas as pd


def exiger_entier(valeur: object, nom: str) -> None:
    """Lève `TypeError` si `valeur` n'est pas un entier (un booléen n'en est pas un)."""
    if isinstance(valeur, bool) or not isinstance(valeur, Integral):
        raise TypeError(f"{nom} : attendu un entier, reçu {valeur!r}.")


def exiger_generateur(rng: object) -> None:
    """Lève `TypeError` si `rng` n'est pas un `numpy.random.Generator`."""
    if not isinstance(rng, Generator):
        raise TypeError(f"rng : attendu un générateur (numpy.random.default_rng(graine)), reçu {type(rng).__name__}.")


def exiger_lignes(lignes: object, minimum: int = 1, maximum: int = 200_000) -> None:
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


def mettre_au_net(texte: str) -> str:
    """Majuscules, sans accents, espaces simples : « Clôture  auto » devient « CLOTURE AUTO »."""
    sans_accents = unicodedata.normalize("NFKD", texte).encode("ascii", "ignore").decode()
    return " ".join(sans_accents.upper().split())


def sans_accents(texte: object) -> str:
    """Minuscules, sans accents ni espaces en trop : pour comparer des mots sans chicaner."""
    return mettre_au_net(str(texte)).lower()


def accorder(nombre: int, singulier: str, pluriel: str) -> str:
    """« 1 dossier », « 27 dossiers »."""
    return f"{nombre} {singulier if nombre < 2 else pluriel}"


def combien_sur(nombre: int, total: int, singulier: str, pluriel: str) -> str:
    """« 1 dossier sur 40 change », « 27 dossiers sur 40 changent » : `{}` est la place de « sur 40 »."""
    return f"{nombre} {(singulier if nombre < 2 else pluriel).format(f'sur {total}')}"


def de(nom: str) -> str:
    """« de Léa », « d'Irène »."""
    return f"d'{nom}" if nom[:1] in "AEÉIOUÂÎ" or nom.split(" ")[0] in ("Héloïse", "Hugo") else f"de {nom}"


def avec_insecables(texte: str) -> str:
    """Pose les espaces insécables devant « : ; ? ! » et dans les guillemets."""
    return re.sub(r" (?=[:;?!»])", "\u00a0", texte).replace("« ", "«\u00a0")
