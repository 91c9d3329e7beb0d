"""Voir si le juge est encore celui d'origine : ses fonctions, ses contrôles, et ce dont il se sert.

C'est un sceau, pas un coffre : la docstring de `jugement.py` dit ce qui reste possible, et ce qui protège une note.
"""

from __future__ import annotations

import builtins
import copy
import json
import math
import sys
from collections.abc import Iterable
from types import FunctionType
from typing import Any

import pandas as pd

from chatmairie.exercice import Exercice

_DE_PYTHON = (
    "abs all any bool callable dict enumerate float frozenset getattr hasattr int isinstance issubclass iter len list "
    "map max min next range repr round set sorted str sum tuple type vars zip"
).split()
_attribut = getattr
_scelles: set[str] = set()
_sceau: list[tuple[str, Any, str, Any, Any]] = []


class JugeModifie(RuntimeError):
    """Une fonction du juge a été remplacée : la cellule échoue, avec une phrase et sans trace Python."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def sceller(exercices: Iterable[Exercice] = ()) -> None:
    """Retient les fonctions d'origine : modules du cours déjà chargés, contrôles, et ce qu'ils prennent ailleurs."""
    _retenir("builtins", vars(builtins), _DE_PYTHON)
    for module in (copy, json, math):
        _retenir(module.__name__, vars(module))
    for classe in (pd.Series, pd.DataFrame, pd.Index):
        # sans l'affichage, que des extensions honnêtes remplacent (itables, par exemple)
        noms = (a for a in dir(classe) if not a.startswith(("_repr", "_ipython")))
        methodes = [a for a in noms if type(getattr(classe, a, None)) is FunctionType]
        _retenir(classe.__name__, _Heritage(classe), methodes)
    for nom, module in list(sys.modules.items()):
        if nom.startswith("chatmairie.") and module is not None:
            _retenir(nom, vars(module))
    for exercice in exercices:
        _retenir(exercice.identifiant, vars(exercice), ("controles", "repondre", "sujet", "mondes"))
        for controle in exercice.controles:
            _retenir(f"{exercice.identifiant}.{controle.code}", vars(controle), ("examiner", "points", "depend_de"))


class _Heritage:
    """Les méthodes d'une classe, héritées comprises, telles qu'on les trouve en les demandant."""

    def __init__(self, classe: type) -> None:
        self.classe = classe

    def get(self, attribut: str) -> Any:
        return _attribut(self.classe, attribut, None)


def _retenir(nom: str, espace: Any, choisis: Iterable[str] | None = None) -> None:
    if nom in _scelles:
        return
    _scelles.add(nom)
    for attribut in choisis or [a for a, objet in espace.items() if callable(objet)]:
        objet = espace.get(attribut)
        _sceau.append((f"{nom}.{attribut}", espace, attribut, objet, getattr(objet, "__code__", None)))
        if isinstance(objet, type) and objet.__module__ == nom:  # une classe du cours : ses méthodes aussi
            _retenir(f"{nom}.{attribut}", vars(objet))


def exiger_le_juge_d_origine() -> None:
    """Lève `JugeModifie` si une fonction retenue n'est plus la même."""
    for nom, espace, attribut, objet, code in _sceau:
        if espace.get(attribut) is not objet or _attribut(objet, "__code__", None) is not code:
            raise JugeModifie(
                f"Aucun point : une fonction dont le juge se sert a été remplacée dans ce carnet ({nom}). "
                "Retirez la ligne qui la remplace, puis, dans le menu Noyau, choisissez « Redémarrer le noyau et "
                "exécuter toutes les cellules »."
            )
