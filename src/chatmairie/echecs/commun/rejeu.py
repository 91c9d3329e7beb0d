"""Rejouer : une graine contrôlée, un rejeu gardé en mémoire, des copies rendues, sans l'avis du juge."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import is_dataclass, replace
from functools import lru_cache, update_wrapper
from inspect import signature
from typing import Any, Generic, TypeVar

import pandas as pd

from chatmairie.echecs.commun.exigences import exiger_entier, exiger_monde
from chatmairie.echecs.commun.journal import pour_apprenant

R = TypeVar("R")
GARDES = 6
"""Rejeux gardés en mémoire par module."""


class Rejouable(Generic[R]):
    """Décore la fonction qui construit un rejeu (`graine`, et `monde` s'il se règle) : `rejouer(graine)` la remplace.

    Le rejeu rendu a un champ `journal`, sans les colonnes du juge ; ses tables sont des copies : les modifier n'abîme
    aucun autre rejeu. Lève `TypeError` ou `ValueError` si la graine (un entier à partir de 0) ou le monde est absurde.
    """

    def __init__(self, construire: Callable[..., R]) -> None:
        update_wrapper(self, construire)
        self._garder = lru_cache(maxsize=GARDES)(construire)
        self.cache_clear = self._garder.cache_clear
        parametre = signature(construire).parameters.get("monde")
        self._du_cours = () if parametre is None else (parametre.default,)

    def __call__(self, graine: int, *monde: Any) -> R:
        garde: Any = self.garde(graine, *monde)
        return replace(_copie(garde), journal=pour_apprenant(garde.journal))

    def journal_du_juge(self, graine: int, *monde: Any) -> pd.DataFrame:
        """Le journal du même rejeu, avec ce que seul le juge regarde : `tort`, `perte`, `pertes` (une copie)."""
        return self.garde(graine, *monde).journal.copy()

    def garde(self, graine: int, *monde: Any) -> Any:
        """Le rejeu gardé, avec le journal du juge : à ne jamais modifier."""
        exiger_entier(graine, "graine")
        if graine < 0:
            raise ValueError(f"graine : attendu un entier à partir de 0, reçu {graine}.")
        for recu, attendu in zip(monde, self._du_cours, strict=True) if monde else ():
            exiger_monde(recu, type(attendu))
        return self._garder(int(graine), *(monde or self._du_cours))


def _copie(valeur: Any) -> Any:
    """La même valeur, dont les tables et les dictionnaires sont à qui les reçoit."""
    match valeur:
        case pd.DataFrame():
            return valeur.copy()
        case dict():
            return deepcopy(valeur)
        case _ if is_dataclass(valeur) and any(isinstance(v, pd.DataFrame) for v in vars(valeur).values()):
            return replace(valeur, **{n: _copie(v) for n, v in vars(valeur).items()})  # type: ignore[type-var]
    return valeur
