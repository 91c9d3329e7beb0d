"""Où trouver un exercice, une question ouverte ou un pari d'après son identifiant.

Dans le dossier `exercices` d'un paquet (`chatmairie.echecs.donnees`, …), chaque fiche (`decider.yaml`) est celle d'un
exercice, et dit son rang dans le carnet ; l'exercice est l'`EXERCICE` du module de ce nom. Le module `paris` a un tuple
`PARIS`. Un exercice demandé se charge seul.
"""

from __future__ import annotations

import difflib
import importlib
from functools import cache
from pathlib import Path
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
    ranges = (sorted(_du_paquet(paquet), key=lambda e: e.rang) for paquet in PAQUETS)
    return {e.identifiant: e for exercices in ranges for e in exercices}


def _du_paquet(paquet: str) -> list[Exercice | QuestionOuverte]:
    return [attribut(paquet, f"exercices.{f.stem}", "EXERCICE") for f in _fiches(paquet).glob("*.yaml")]


def _fiches(paquet: str) -> Path:
    return Path(attribut(paquet, "exercices", "__path__")[0])


def notes() -> dict[str, Exercice | QuestionOuverte]:
    """Ce qui compte dans la note d'une classe, dans l'ordre : tout, sauf les exercices en plus (`optionnel`)."""
    return {i: e for i, e in tous().items() if not e.optionnel}


@cache
def paris() -> dict[str, Prevision]:
    """Tous les paris du cours, par identifiant, dans l'ordre."""
    return {p.identifiant: p for paquet in PAQUETS for p in attribut(paquet, "paris", "PARIS")}


def exercice(identifiant: str) -> Exercice | QuestionOuverte:
    """L'exercice de ce nom. Lève `IdentifiantInconnu` avec les noms les plus proches."""
    paquet, _, nom = identifiant.partition(".") if isinstance(identifiant, str) else ("", "", "")
    if paquet in PAQUETS and nom.isidentifier() and (_fiches(paquet) / f"{nom}.yaml").is_file():
        return attribut(paquet, f"exercices.{nom}", "EXERCICE")
    raise _inconnu(identifiant, tous(), "exercice")


def pari(identifiant: str) -> Prevision:
    """Le pari de ce nom. Lève `IdentifiantInconnu` avec les noms les plus proches."""
    paquet = identifiant.partition(".")[0] if isinstance(identifiant, str) else ""
    for pari in attribut(paquet, "paris", "PARIS") if paquet in PAQUETS else ():
        if pari.identifiant == identifiant:
            return pari
    raise _inconnu(identifiant, paris(), "pari")


def attribut(paquet: str, module: str, nom: str) -> Any:
    """Ce que ce module d'un paquet du récit appelle ainsi : `attribut("donnees", "paris", "PARIS")`."""
    return getattr(importlib.import_module(f"{__package__}.{paquet}.{module}"), nom)


def _inconnu(identifiant: object, parmi: dict[str, Any], genre: str) -> IdentifiantInconnu:
    if not isinstance(identifiant, str):
        premier = next(iter(parmi))
        return IdentifiantInconnu(f"Le nom d'un {genre} s'écrit entre guillemets : par exemple \"{premier}\".")
    proches = difflib.get_close_matches(identifiant, parmi, n=3, cutoff=0.5)
    if not proches:  # à défaut, ceux du même module, sinon tous
        proches = [p for p in parmi if p.split(".")[0] == identifiant.split(".")[0]] or list(parmi)
    return IdentifiantInconnu(
        f"Aucun {genre} ne s'appelle « {identifiant} ». Vouliez-vous dire : {', '.join(f'« {p} »' for p in proches)} ?"
    )
