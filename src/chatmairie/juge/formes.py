"""Lire ce que rend l'apprenant, ou dire quelle forme était attendue (jamais quelle valeur).

Chaque fonction rend une donnée simple ou lève `FormeInattendue` avec une phrase.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from types import FunctionType, GeneratorType
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.juge.donnee_simple import simplifier
from chatmairie.juge.execution import a_affiche
from chatmairie.juge.exercice import FormeInattendue
from chatmairie.langue.mots import accorder

_NOMS = {
    "DataFrame": "un tableau (`DataFrame`)",
    "Series": "une colonne (`Series`)",
    "dict": "un dictionnaire",
    "list": "une liste",
    "str": "un texte",
    "NoneType": "rien (`None`)",
    "function": "une fonction",
    "ellipsis": "`...` (rien n'est encore écrit)",
    "bool": "un vrai/faux",
    "int": "un nombre",
    "float": "un nombre",
    "set": "un ensemble",
    "tuple": "un tuple",
    "ndarray": "un tableau NumPy",
    "Index": "un index de pandas",
    "float64": "un nombre",
    "int64": "un nombre",
    "bool_": "un vrai/faux",
    "generator": "un générateur (`yield`)",
    "DataFrameGroupBy": "un regroupement (`groupby`) dont le calcul n'est pas fini",
    "SeriesGroupBy": "un regroupement (`groupby`) dont le calcul n'est pas fini",
}


def decrire(valeur: Any) -> str:
    """« un dictionnaire », « rien (`None`) »…"""
    nom = type(valeur).__name__
    return _NOMS.get(nom, f"un objet « {nom} »")


def non_traitee(production: Any) -> bool:
    """Vrai pour `...`, pour une fonction dont le corps n'est que `...` (une docstring peut précéder), et pour une
    classe dont toutes les méthodes en sont là.

    Python ne garde rien d'un corps qui n'est que `...`, `pass`, une docstring ou `return` : tous se valent ici.
    """
    if production is Ellipsis:
        return True
    if type(production) is tuple and production:
        return all(non_traitee(p) for p in production)
    if type(production) is type:
        ecrits = {nom: v for nom, v in vars(production).items() if nom not in _D_UNE_CLASSE_VIDE}
        return bool(ecrits) and all(non_traitee(v) for v in ecrits.values())
    if type(production) is not FunctionType:
        return False
    code = production.__code__
    return code.co_code in _CORPS_VIDES and set(code.co_consts) <= {None, production.__doc__}


def _corps_vides() -> frozenset[bytes]:
    def avec_docstring(a):
        """Docstring."""
        ...

    def sans_docstring(a): ...

    return frozenset(f.__code__.co_code for f in (avec_docstring, sans_docstring))


_CORPS_VIDES = _corps_vides()
_D_UNE_CLASSE_VIDE = frozenset(vars(type("Vide", (), {"__doc__": ""}))) | {"__annotations__", "__static_attributes__"}


def fonction(valeur: Any, nom: str) -> Callable:
    """`valeur` si elle s'appelle ; sinon dit qu'une fonction était attendue."""
    if non_traitee(valeur):
        raise FormeInattendue(f"`{nom}` n'est pas encore écrite : remplacez les « ... », puis exécutez sa cellule.")
    if isinstance(valeur, type) or not callable(valeur):
        raise FormeInattendue(
            f"`{nom}` doit être une fonction ; c'est {decrire(valeur)}. Écrivez `def {nom}(…):`, sans l'appeler."
        )
    return valeur


def rendu(valeur: Any, nom: str) -> Any:
    """`valeur`, sauf si la fonction n'a rien rendu : le dit, et distingue « affiche » de « oublie `return` »."""
    if valeur is not None:
        return valeur
    if a_affiche():
        raise FormeInattendue(
            f"`{nom}` affiche un résultat, mais elle ne rend rien : `print` le montre à l'écran et l'oublie. "
            "Terminez-la par `return`, suivi de ce résultat."
        )
    raise FormeInattendue(f"`{nom}` ne renvoie rien : il manque peut-être `return` à la fin.")


def colonne(valeur: Any, nom: str, index: pd.Index | None = None) -> pd.Series:
    """Une `Series` (de l'index donné, dans cet ordre si `index` est fourni)."""
    if type(rendu(valeur, nom)) is not pd.Series:
        raise FormeInattendue(f"`{nom}` doit renvoyer une colonne (`Series`) ; elle renvoie {decrire(valeur)}.")
    if index is None:
        return valeur
    if not _memes_etiquettes(valeur.index, index):
        if len(valeur) == len(index):
            raise FormeInattendue(
                f"`{nom}` renvoie une colonne de la bonne longueur, mais son index n'est plus celui des dossiers : "
                "on ne sait plus quelle réponse va à quel dossier. Gardez `index=dossiers.index`."
            )
        raise FormeInattendue(
            f"`{nom}` renvoie {len(valeur)} réponses pour {len(index)} dossiers : il en faut une par dossier, "
            "avec le même index."
        )
    return valeur.reindex(index)


def _memes_etiquettes(donnes: pd.Index, attendus: pd.Index) -> bool:
    try:
        return donnes.is_unique and set(donnes) == set(attendus)
    except TypeError:  # des étiquettes qui ne se comparent pas (des listes, par exemple)
        return False


def table(valeur: Any, nom: str, colonnes: Iterable[str] = ()) -> pd.DataFrame:
    """Un `DataFrame` qui a au moins ces colonnes."""
    if type(rendu(valeur, nom)) is not pd.DataFrame:
        raise FormeInattendue(f"`{nom}` doit renvoyer un tableau (`DataFrame`) ; elle renvoie {decrire(valeur)}.")
    manquantes = [c for c in colonnes if c not in valeur.columns]
    if manquantes:
        noms = ", ".join(f"`{c}`" for c in manquantes)
        raise FormeInattendue(f"Dans le tableau que renvoie `{nom}`, il manque : {noms}.")
    if valeur.columns.has_duplicates:
        raise FormeInattendue(f"Dans le tableau que renvoie `{nom}`, deux colonnes portent le même nom.")
    return valeur


def dictionnaire(valeur: Any, nom: str, cles: Iterable[str] = ()) -> dict:
    """Un dictionnaire en données simples, qui a au moins ces clés."""
    if not issubclass(type(valeur), dict):
        raise FormeInattendue(_autre_forme(nom, "un dictionnaire `{clé: valeur}`", valeur))
    simple = simplifier(valeur)
    manquantes = [c for c in cles if c not in simple]
    if manquantes:
        noms = ", ".join(f"« {c} »" for c in manquantes)
        raise FormeInattendue(f"Dans `{nom}`, il manque : {noms}.")
    return simple


def liste(valeur: Any, nom: str, mini: int = 0) -> list:
    """Une liste en données simples, d'au moins `mini` éléments.

    Tuples, ensembles, colonnes et index de pandas, tableaux de NumPy, générateurs et vues d'un dictionnaire admis.
    """
    if issubclass(type(valeur), DEROULABLES):
        valeur = list(islice(valeur, ELEMENTS_D_UNE_LISTE))
    elif type(valeur) in (pd.Series, np.ndarray) or issubclass(type(valeur), pd.Index):
        valeur = valeur.tolist()
    if not issubclass(type(valeur), (list, tuple, set, frozenset)):
        raise FormeInattendue(_autre_forme(nom, "une liste `[…]`", valeur))
    simple = simplifier(valeur)
    if len(simple) < mini:
        raise FormeInattendue(
            f"`{nom}` doit contenir au moins {accorder(mini, 'élément', 'éléments')} (ici : {len(simple)})."
        )
    return simple


ELEMENTS_D_UNE_LISTE = 100_000
"""Ce que l'on déroule d'un générateur, au plus : il peut ne pas finir."""

DEROULABLES: tuple[type, ...] = (GeneratorType, map, filter, zip, type({}.keys()), type({}.values()))


def _autre_forme(nom: str, attendu: str, valeur: Any) -> str:
    """Une donnée s'écrit en majuscules et « est » ; une fonction « renvoie »."""
    if nom.isupper() or not nom.isascii():
        return f"`{nom}` doit être {attendu} ; c'est {decrire(valeur)}."
    return f"`{nom}` doit renvoyer {attendu} ; elle renvoie {decrire(valeur)}."


def textes(valeurs: Sequence[Any]) -> list[str | None]:
    """Chaque valeur en texte nettoyé ; None pour ce qui n'est pas un texte (blanc, nombre, manquant)."""
    return [str.__str__(v).strip() if issubclass(type(v), str) else None for v in valeurs]


def lignes_de_table(valeur: Any) -> Any:
    """Un tableau (`DataFrame`) en liste de dictionnaires, une par ligne ; toute autre valeur, telle quelle."""
    return valeur.to_dict("records") if type(valeur) is pd.DataFrame else valeur
