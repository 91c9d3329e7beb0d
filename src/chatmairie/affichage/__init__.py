"""Tout ce qui se montre : cartes, tableaux, figures et commandes, chacun avec son équivalent texte.

Rien de lourd n'est importé avant d'être utilisé (matplotlib, pandas, ipywidgets).
"""

from __future__ import annotations

import importlib
from typing import Any

_LIEUX = {
    "texte": ("compte", "enumerer", "nombre", "part_entre", "points", "pourcent", "score", "sur_cent", "typographier"),
    "html": ("Affichage",),
    "cartes": ("CarteCorrige", "CarteIndice", "CarteLoi", "CartePari", "CarteTexte", "Encadre", "Ensemble"),
    "verdict": ("CarteErreur", "CarteVerdict"),
    "erreurs": ("Explication", "expliquer_erreur"),
    "tableaux": ("Tableau",),
    "figures": ("Figure", "barres", "courbe"),
    "scenes": (
        "Conversation", "Ecran", "Groupe", "Guichet", "Lettre", "Page", "Personnes", "Scene", "Telephone",
    ),
    "jouer": ("Jeu", "Pas", "Saisie"),
    "widgets": ("Cases", "Choix", "Curseur", "Manette"),
}
_MODULE_DE = {nom: module for module, noms in _LIEUX.items() for nom in noms}

__all__ = sorted(_MODULE_DE)


def __getattr__(nom: str) -> Any:
    if nom in _MODULE_DE:
        return getattr(importlib.import_module(f"{__name__}.{_MODULE_DE[nom]}"), nom)
    raise AttributeError(f"chatmairie.affichage ne contient pas « {nom} ».")


def __dir__() -> list[str]:
    return __all__
