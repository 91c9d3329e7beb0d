"""Ce qui sort du code de l'apprenant devient une donnée simple avant d'être jugé.

Un contrôle ne reçoit jamais un objet vivant : un objet qui se prétend égal à tout, ou un
`DataFrame` d'une classe maison, ne passe pas cette porte.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from chatmairie.exercice import FormeInattendue

ELEMENTS_MAX = 2_000_000
TEXTE_MAX = 20_000


def simplifier(valeur: Any) -> Any:
    """Copie `valeur` en types simples : None, bool, int, float, str, list, dict à clés texte.

    Les scalaires NumPy deviennent des nombres Python, les tuples et tableaux des listes.
    Lève `FormeInattendue` (phrase en français) pour tout autre objet, ou s'il est trop gros.
    """
    return _simplifier(valeur, [ELEMENTS_MAX])


def _simplifier(valeur: Any, reste: list[int]) -> Any:
    reste[0] -= 1
    if reste[0] < 0:
        raise FormeInattendue("Votre réponse est trop grosse pour être lue (plus de deux millions de valeurs).")
    genre = type(valeur)
    if valeur is None or genre in (bool, int, float):
        return valeur
    if isinstance(valeur, np.generic):
        return _simplifier(valeur.item(), reste)
    if isinstance(valeur, str):
        return str.__str__(valeur)[:TEXTE_MAX]
    if genre in (list, tuple):
        return [_simplifier(v, reste) for v in valeur]
    if genre in (set, frozenset):
        return sorted((_simplifier(v, reste) for v in valeur), key=repr)
    if genre is np.ndarray:
        return _simplifier(valeur.tolist(), reste)
    if genre is dict:
        return {_cle(c): _simplifier(v, reste) for c, v in valeur.items()}
    raise FormeInattendue(f"Votre réponse contient un objet de type « {genre.__name__} », qui ne peut pas être lu ici.")


def _cle(cle: Any) -> str:
    if isinstance(cle, str):
        return str.__str__(cle)[:TEXTE_MAX]
    if type(cle) in (int, float, bool) or isinstance(cle, np.generic):
        return str(cle)
    raise FormeInattendue("Les clés d'un dictionnaire doivent être des textes.")


def est_nombre(valeur: Any) -> bool:
    """Vrai pour un nombre fini (jamais pour un booléen)."""
    return type(valeur) in (int, float) and math.isfinite(valeur)
