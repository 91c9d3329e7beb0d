"""Trouver une entrée par son identifiant ; un nom inconnu propose les plus proches."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, TypeVar

from . import modeles as m
from .lecture import charger

_Valeur = TypeVar("_Valeur")


def _chercher(parmi: Mapping[str, _Valeur], identifiant: Any, quoi: str) -> _Valeur:
    if not isinstance(identifiant, str):
        raise TypeError(
            f"L'identifiant d'{quoi} est un texte (« {next(iter(parmi))} »), pas {type(identifiant).__name__}."
        )
    cle = identifiant.strip()
    majuscules = {i.upper(): i for i in parmi}
    if cle.upper() in majuscules:
        return parmi[majuscules[cle.upper()]]
    proches = difflib.get_close_matches(cle.upper(), majuscules, n=3, cutoff=0.6)
    suite = " Peut-être : " + ", ".join(f"« {majuscules[p]} »" for p in proches) + "." if proches else ""
    raise ValueError(f"« {identifiant} » ne correspond à aucun identifiant d'{quoi} de la grille.{suite}")


def critere(identifiant: str) -> m.Critere:
    """Le critère de cet identifiant (de la grille, ou officiel). Lève `ValueError` s'il n'existe pas."""
    criteres = charger().criteres
    if isinstance(identifiant, str):
        for c in criteres.values():
            if c.identifiant_officiel and c.identifiant_officiel == identifiant.strip():
                return c
    return _chercher(criteres, identifiant, "un critère")


def une_recommandation(identifiant: str) -> m.Recommandation:
    """La recommandation de cet identifiant. Lève `ValueError` si elle n'existe pas."""
    return _chercher(charger().recommandations, identifiant, "une recommandation")


def texte_de_droit(identifiant: str) -> m.TexteDroit:
    """Le texte de droit de cet identifiant. Lève `ValueError` s'il n'existe pas."""
    return _chercher(charger().droit, identifiant, "un texte de droit")
