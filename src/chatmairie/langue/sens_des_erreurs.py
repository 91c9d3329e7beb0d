"""Ce que chaque erreur veut dire, et où regarder : les règles sont dans `sens_des_erreurs.yaml`."""

from __future__ import annotations

import builtins
import re
from functools import cache
from pathlib import Path

from chatmairie.langue.phrases import lire, remplir

_TYPES = {
    "int": "un nombre entier", "float": "un nombre à virgule", "str": "un texte", "list": "une liste",
    "tuple": "un tuple", "dict": "un dictionnaire", "set": "un ensemble", "bool": "un booléen (True ou False)",
    "NoneType": "None (rien)", "Series": "une colonne (Series)", "DataFrame": "une table (DataFrame)",
    "function": "une fonction", "method": "une fonction", "builtin_function_or_method": "une fonction",
    "ellipsis": "« ... » (rien d'écrit)", "ndarray": "un tableau NumPy",
}  # fmt: skip


@cache
def _regles() -> tuple[dict[str, str], ...]:
    return tuple(lire(Path(__file__).with_suffix(".yaml")))


def sens(exc: BaseException, message: str) -> tuple[str, str]:
    """Ce que veut dire cette erreur, et où regarder."""
    for regle in _regles():
        if isinstance(exc, getattr(builtins, regle["erreur"])):
            trouve = re.search(regle.get("motif", ""), message)
            if trouve:
                trous = _trous(trouve.groupdict())
                return remplir(regle["sens"], **trous), remplir(regle["essayer"], **trous)
    raise AssertionError("La dernière règle convient à toute erreur.")


def _trous(groupes: dict[str, str | None]) -> dict[str, str]:
    lus = {nom.replace("ou", "un"): mot.strip().strip("'\":") for nom, mot in groupes.items() if mot is not None}
    return lus | {f"type_{nom}": _TYPES.get(mot, f"un objet `{mot}`") for nom, mot in lus.items()}
