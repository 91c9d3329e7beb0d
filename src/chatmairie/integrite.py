"""Voir si le juge est encore celui d'origine : ses fonctions, ses contrôles, et ce dont il se sert.

C'est un sceau, pas un coffre : voir la docstring de `jugement.py`, qui dit ce qui protège une note.
"""

from __future__ import annotations

import builtins
import copy
import json
import math
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import pandas as pd

_DE_PYTHON = (
    "abs all any bool dict enumerate float frozenset getattr hasattr int isinstance issubclass iter len list map max "
    "min next range repr round set sorted str sum tuple type zip"
).split()
_lire = getattr
_sceau: list[tuple[str, Mapping[str, Any], str, Any, Any]] = []


class JugeModifie(RuntimeError):
    """Une fonction du juge a été remplacée : la cellule échoue, sans trace Python."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def sceller() -> None:
    """Retient les fonctions d'origine : celles du cours déjà chargées, et ce qu'elles prennent à Python et pandas."""
    deja = {id(espace) for _, espace, *_ in _sceau}
    espaces = {"builtins": (vars(builtins), _DE_PYTHON)}
    espaces |= {m.__name__: (vars(m), None) for m in (copy, json, math)}
    espaces |= {f"pandas.{c.__name__}": (_Vue(c), None) for c in (pd.Series, pd.DataFrame, pd.Index)}
    espaces |= {f"numpy.{n}": (vars(np), [n]) for n in ("array", "isnan", "mean", "sum")}
    espaces |= {n: (vars(m), None) for n, m in list(sys.modules.items()) if n.startswith("chatmairie.") and m is not None}
    for nom, (espace, choisis) in espaces.items():
        if id(espace) not in deja:
            _sceau.extend((nom, espace, *membre) for membre in _membres(espace, choisis))
