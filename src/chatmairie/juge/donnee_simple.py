"""Ce qui sort du code de l'apprenant devient une donnée simple avant d'être jugé.

Un contrôle ne reçoit jamais un objet vivant : un objet qui se prétend égal à tout, ou un
`DataFrame` d'une classe maison, ne passe pas cette porte. Le type réel (`type`) est lu, jamais celui
que l'objet annonce (`__class__`), et les méthodes appelées sont celles des types de base.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.juge.exercice import FormeInattendue

ELEMENTS_MAX = 2_000_000
TEXTE_MAX = 20_000
ENTIER_MAX = 10**18
_MANQUANTS = ("NAType", "NaTType")
_TABLEAUX = (np.ndarray, type(pd.Series(["a"]).array), *(type(pd.array([v])) for v in ("a", 1, 1.0, True)))
"""Ce que rendent `.values` et `.unique()` d'une colonne : un tableau de NumPy, ou de pandas (les textes)."""


def simplifier(valeur: Any) -> Any:
    """Copie `valeur` en types simples : None, bool, int, float, str, list, dict à clés texte.

    Les scalaires NumPy deviennent des nombres Python, les tuples et tableaux (NumPy, pandas) des listes, les valeurs
    manquantes de pandas (`NA`, `NaT`) `None` ; un texte trop long est coupé.
    Lève `FormeInattendue` (phrase en français) pour tout autre objet, ou s'il est trop gros.
    """
    try:
        return _simplifier(valeur, [ELEMENTS_MAX])
    except RecursionError:
        raise FormeInattendue(
            "Votre réponse contient des listes emboîtées sans fin (une liste qui se contient elle-même ?). "
            "Rendez une liste ou un dictionnaire ordinaire."
        ) from None


def _simplifier(valeur: Any, reste: list[int]) -> Any:
    reste[0] -= 1
    if reste[0] < 0:
        raise FormeInattendue(
            "Votre réponse est trop grosse pour être lue (plus de deux millions de valeurs). "
            "Rendez seulement ce qui est demandé."
        )
    genre = type(valeur)
    if valeur is None or genre in (bool, float):
        return valeur
    if genre is int:
        return _entier(valeur)
    if issubclass(genre, np.generic):
        return _du_scalaire(valeur, reste)
    if issubclass(genre, str):
        return str.__str__(valeur)[:TEXTE_MAX]
    if issubclass(genre, int):
        return _entier(int.__int__(valeur))
    if issubclass(genre, float):
        return float.__float__(valeur)
    if issubclass(genre, list):
        return [_simplifier(v, reste) for v in list.__iter__(valeur)]
    if issubclass(genre, tuple):
        return [_simplifier(v, reste) for v in tuple.__iter__(valeur)]
    if genre in (set, frozenset):
        return sorted((_simplifier(v, reste) for v in valeur), key=repr)
    if genre in _TABLEAUX:
        return _simplifier(genre.tolist(valeur), reste)
    if issubclass(genre, dict):
        return {_cle(c): _simplifier(v, reste) for c, v in dict.items(valeur)}
    if genre.__name__ in _MANQUANTS and genre.__module__.startswith("pandas."):
        return None
    raise FormeInattendue(
        f"Votre réponse contient {_nom_du_genre(genre)}, qui ne peut pas être lu ici : rendez des nombres, "
        "des textes, des listes ou des dictionnaires."
    )


def _entier(valeur: int) -> int:
    """`valeur`, si les calculs d'un juge la supportent : au-delà, `float` et NumPy s'arrêtent sur une erreur."""
    if abs(valeur) >= ENTIER_MAX:
        raise FormeInattendue(
            "Votre réponse contient un nombre entier de plus de dix-huit chiffres : aucune quantité de ce cours "
            "n'est si "
            "grande. Relisez vos nombres."
        )
    return valeur


def _nom_du_genre(genre: type) -> str:
    return "`...`, laissé à la place d'une valeur" if genre is type(...) else f"un objet de type « {genre.__name__} »"


def _du_scalaire(valeur: np.generic, reste: list[int]) -> Any:
    simple = valeur.item()
    if isinstance(simple, np.generic):  # longdouble, datetime64 en nanosecondes : sans équivalent Python
        simple = float(simple) if isinstance(simple, np.floating) else str(simple)
    return _simplifier(simple, reste)


def _cle(cle: Any) -> str:
    if issubclass(type(cle), str):
        return str.__str__(cle)[:TEXTE_MAX]
    if type(cle) in (int, float, bool) or issubclass(type(cle), np.generic):
        return str(cle)
    raise FormeInattendue(
        f"Une clé de dictionnaire est {_nom_du_genre(type(cle))} : une clé doit être un texte entre guillemets."
    )


def est_nombre(valeur: Any) -> bool:
    """Vrai pour un nombre fini (jamais pour un booléen)."""
    return type(valeur) in (int, float) and math.isfinite(valeur)
