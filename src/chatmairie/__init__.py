"""ChatMairie : rejouer un échec, le réparer, être jugé sur qui est encore lésé.

Tout ce qu'un carnet appelle s'importe d'ici ; rien de lourd n'est chargé avant d'être utilisé.
Données synthétiques, personnes fictives.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

__version__ = "0.1.0"

_ATELIER = (
    "choisir",
    "completer",
    "confort_de_lecture",
    "corrige",
    "devoiler",
    "eprouver",
    "indice",
    "noter",
    "options",
    "pour_votre_projet",
    "prevoir",
    "progression",
    "relire",
    "reprendre",
    "sauvegarder",
    "sommaire",
    "sujet_public",
    "verifier",
    "verifier_longueur",
)

__all__ = [*_ATELIER, "__version__"]


@cache
def _fonctions() -> dict[str, Any]:
    # Lues une fois : une fonction de l'atelier remplacée ensuite ne prend pas la place de la vraie.
    atelier = importlib.import_module("chatmairie.atelier")
    return {nom: getattr(atelier, nom) for nom in _ATELIER}


def __getattr__(nom: str) -> Any:
    if nom in _ATELIER:
        return _fonctions()[nom]
    raise AttributeError(f"chatmairie ne contient pas « {nom} ».")


def __dir__() -> list[str]:
    return sorted(__all__)
