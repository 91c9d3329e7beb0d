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

_REFERENTIEL = {
    "auditer": "audit",
    "carte": "cartes",
    "ecrire_grille": "grille",
    "explorer": "explorateur",
    "lire_grille": "grille",
    "recommandation": "cartes",
}
"""Nom -> son module, dans `referentiel`."""

__all__ = sorted([*_ATELIER, *_REFERENTIEL, "__version__"])


@cache
def _fonctions() -> dict[str, Any]:
    # Lues une fois : une fonction de l'atelier remplacée ensuite ne prend pas la place de la vraie.
    gestes = importlib.import_module("chatmairie.atelier.gestes")
    return {nom: _porte(getattr(gestes, nom)) for nom in _ATELIER}


@cache
def _du_referentiel(nom: str) -> Any:
    return _porte(getattr(importlib.import_module(f"chatmairie.referentiel.{_REFERENTIEL[nom]}"), nom))


def _porte(geste: Any) -> Any:
    from chatmairie.affichage.montrer import porte

    return porte(geste)


def __getattr__(nom: str) -> Any:
    if nom not in __all__:
        raise AttributeError(f"chatmairie ne contient pas « {nom} ».")
    try:
        if nom in _ATELIER:
            return _fonctions()[nom]
        return _du_referentiel(nom)
    except (AttributeError, ImportError) as erreur:  # tue, elle se lirait « cannot import name »
        from chatmairie.environnement import fichiers

        faute = fichiers()
        raise ImportError(f"{faute.constat} {faute.faire}" if faute.bon is False else str(erreur)) from erreur


def __dir__() -> list[str]:
    return __all__
