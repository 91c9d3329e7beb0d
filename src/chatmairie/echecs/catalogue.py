"""Où trouver un exercice, une question ouverte ou un pari d'après son identifiant.

Un paquet d'échec (`chatmairie.echecs.donnees`, …) expose dans son `exercices.py` un tuple `EXERCICES`
(exercices et questions ouvertes, dans l'ordre du carnet), et dans son `paris.py` un tuple `PARIS`.
"""

from __future__ import annotations

import difflib
import importlib
from collections.abc import Callable
from functools import cache
from typing import Any

from chatmairie.juge.exercice import Exercice, Prevision, QuestionOuverte

PAQUETS = ("accueil", "choix_ia", "donnees", "design", "acte", "campagne", "bilan")
"""Les paquets qui ont des exercices, dans l'ordre du cours."""


class IdentifiantInconnu(KeyError):
    """Aucun exercice ni pari ne porte ce nom ; le message propose les plus proches."""

    def __str__(self) -> str:
        return str(self.args[0])


@cache
def tous() -> dict[str, Exercice | QuestionOuverte]:
    """Tous les exercices du cours, par identifiant, dans l'ordre."""
    return {e.identifiant: e for paquet in PAQUETS for e in attribut(paquet, "exercices", "EXERCICES")}


def notes() -> dict[str, Exercice | QuestionOuverte]:
    """Ce qui compte dans la note d'une classe, dans l'ordre : tout, sauf les exercices en plus (`optionnel`)."""
    return {i: e for i, e in tous().items() if not e.optionnel}


@cache
def paris() -> dict[str, Prevision]:
    """Tous les paris du cours, par identifiant, dans l'ordre."""
    return {p.identifiant: p for paquet in PAQUETS for p in attribut(paquet, "paris", "PARIS")}


def exercice(identifiant: str) -> Exercice | QuestionOuverte:
    """L'exercice de ce nom ; son paquet seul est chargé. Lève `IdentifiantInconnu` avec les noms les plus proches."""
    return _chercher(identifiant, "exercices", "EXERCICES", tous, "exercice")


def pari(identifiant: str) -> Prevision:
    """Le pari de ce nom ; son paquet seul est chargé. Lève `IdentifiantInconnu` avec les noms les plus proches."""
    return _chercher(identifiant, "paris", "PARIS", paris, "pari")


def attribut(paquet: str, module: str, nom: str) -> Any:
    """Ce que ce module d'un paquet du récit appelle ainsi : `attribut("donnees", "paris", "PARIS")`."""
    return getattr(importlib.import_module(f"{__package__}.{paquet}.{module}"), nom)


def _chercher(identifiant: str, module: str, nom: str, tout: Callable[[], dict], genre: str) -> Any:
    paquet = identifiant.partition(".")[0] if isinstance(identifiant, str) else ""
    trouves = [e for e in attribut(paquet, module, nom) if e.identifiant == identifiant] if paquet in PAQUETS else []
    if trouves:
        return trouves[0]
    parmi = tout()
    if isinstance(identifiant, str) and identifiant in parmi:
        return parmi[identifiant]
    if not isinstance(identifiant, str):
        raise IdentifiantInconnu(f"Le nom d'un {genre} s'écrit entre guillemets : par exemple \"{next(iter(parmi))}\".")
    proches = difflib.get_close_matches(identifiant, parmi, n=3, cutoff=0.5)
    if not proches:  # à défaut, ceux du même module, sinon tous
        proches = [p for p in parmi if p.split(".")[0] == paquet] or list(parmi)
    raise IdentifiantInconnu(
        f"Aucun {genre} ne s'appelle « {identifiant} ». Vouliez-vous dire : {', '.join(f'« {p} »' for p in proches)} ?"
    )
