"""Le référentiel du cours : lire, montrer, suivre à la trace, auditer son propre projet.

Grille du cours en forme de RIA31 ; ce n'est pas le texte officiel (voir `referential/README.md`).
Rien de lourd n'est importé avant d'être utilisé.
"""

from __future__ import annotations

import importlib
from typing import Any

_LIEUX = {
    "lecture": ("ReferentielInvalide", "charger", "lire"),
    "acces": ("critere", "texte_de_droit", "une_recommandation"),
    "cartes": ("carte", "loi", "recommandation"),
    "audit": ("Bilan", "Reponse", "auditer"),
    "grille": ("GrilleIllisible", "ecrire_grille", "lire_grille"),
    "rapport": ("ecrire_rapport",),
    "explorateur": ("explorer", "filtrer"),
    "importation": ("ImportRefuse", "importer"),
    "trace": ("en_markdown", "fautes_de_trace"),
}
_MODULE_DE = {nom: module for module, noms in _LIEUX.items() for nom in noms}

__all__ = sorted(_MODULE_DE)


def __getattr__(nom: str) -> Any:
    if nom in _MODULE_DE:
        return getattr(importlib.import_module(f"{__name__}.{_MODULE_DE[nom]}"), nom)
    raise AttributeError(f"chatmairie.referentiel ne contient pas « {nom} ».")


def __dir__() -> list[str]:
    return __all__
