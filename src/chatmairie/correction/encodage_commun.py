"""Ce que l'écriture et la lecture d'un message partagent : les plafonds, les comptes, les types que l'on sait dire."""

from __future__ import annotations

import gc
import math
import re
import struct
import zoneinfo
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from operator import mul
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.donnee_simple import ELEMENTS_MAX, TEXTE_MAX

OCTETS_MAX = 64 * 2**20
TEXTE_D_UN_MESSAGE = 2_000_000
BITS_D_UN_ENTIER = 256
LOURDS_MAX = 20_000
"""Tableaux, colonnes, index et classes d'un message, au plus : quelques octets suffisent à en demander un."""
NIVEAUX, ETAGES = 40, 30
"""L'arbre est coupé tous les `NIVEAUX` emboîtements ; au-delà de `ETAGES` morceaux, la valeur est dite sans fin.

Leur produit dépasse ce que `simplifier` sait descendre : c'est lui qui décide, comme sans encodage."""
NOM_MAX, LIGNES_SANS_CASE, COLLISIONS_MAX = 100, 100_000, 100
FREQUENCES_MAX, LIGNES_D_UNE_FREQUENCE = 50, 10_000
FREQUENCE = re.compile(r"-?\d{0,6}[A-Za-z]{1,5}(-[A-Z]{3})?")
GENRE_NUMPY = re.compile(
    r"\|b1|[<>|][iu][1248]|[<>]f[248]|g|[<>]U[1-9]\d{0,6}|[<>][mM]8(\[\d{0,9}(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?"
)
NOYAU = struct.Struct(">I")


class MessageIllisible(ValueError):
    """Ces octets ne sont pas un message de ce protocole."""


class Inconnu:
    """Ce qui reste d'un objet qui ne voyage pas : le nom de son type, rien d'autre."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"un objet de type « {type(self).__name__} »"


class TropGrosse(BaseException):
    """Un plafond est passé. Hors de `Exception` : aucun repli ne doit l'avaler."""


class CodeDeLEleve(BaseException):
    """Une erreur née dans un générateur de l'élève, qui doit ressortir telle quelle."""


class Message:
    """Ce qui se compte pendant l'écriture ou la lecture d'un message."""

    def __init__(self, blocs: memoryview | None = None) -> None:
        self.elements, self.octets, self.lourds = ELEMENTS_MAX, OCTETS_MAX if blocs is None else len(blocs), LOURDS_MAX
        self.blocs: Any = [] if blocs is None else blocs
        self.position, self.etage, self.frequences = 0, 0, FREQUENCES_MAX
        self.suites: Any = []
        self.chemin: set[int] = set()
        self.classes: dict[tuple[str, str], type] = {}

    def compter(self, elements: int = 0, octets: int = 0, lourds: int = 0) -> None:
        """Retire du reste permis ; lève `TropGrosse` s'il n'en reste plus."""
        self.elements -= elements
        self.octets -= octets
        self.lourds -= lourds
        if self.elements < 0 or self.octets < 0 or self.lourds < 0:
            raise TropGrosse

    def deposer(self, bloc: bytes) -> int:
        """Range un bloc et rend sa place."""
        place = self.position
        self.blocs.append(bloc)
        self.position += len(bloc)
        return place

    def reprendre(self, place: int, longueur: int) -> memoryview:
        """Le bloc rangé là. Lire deux fois le même se paie deux fois : un petit message ne devient pas géant."""
        exiger(type(place) is type(longueur) is int and 0 <= place <= place + longueur <= len(self.blocs))
        self.compter(octets=longueur)
        return self.blocs[place : place + longueur]


def exiger(vrai: bool) -> None:
    """Arrête la lecture, ou l'écriture de cet objet, si ce n'est pas vrai."""
    if not vrai:
        raise MessageIllisible("Ce n'est pas la forme attendue.")


# --- les types que l'on sait dire, par leur `id`

RIEN, ENTIER, TEXTE = id(type(None)), id(int), id(str)
TELS_QUELS = {RIEN, id(bool), id(float)}
PLATS = {*TELS_QUELS, ENTIER, TEXTE}
BASES = {base.__name__: base for base in (str, int, float, list, tuple, set, frozenset, dict)}
TYPES_NUMPY = {lettre: np.dtype(lettre).type for lettre in "?bhilqBHILQefdgFDUS"}
LETTRES = {id(genre): lettre for lettre, genre in TYPES_NUMPY.items()}
GENRES_D_INDEX = (
    *(pd.Index, pd.RangeIndex, pd.MultiIndex, pd.DatetimeIndex, pd.TimedeltaIndex),
    *(pd.CategoricalIndex, pd.IntervalIndex, pd.PeriodIndex),
)
MASQUES = {
    **dict.fromkeys("iu", pd.arrays.IntegerArray),
    **{"f": pd.arrays.FloatingArray, "b": pd.arrays.BooleanArray},
}
CONSTANTES = {"points": ..., "NA": pd.NA, "NaT": pd.NaT}
SANS_CONTENU = {
    *(TELS_QUELS | {ENTIER}),
    *(id(genre) for genre in (date, datetime, timedelta, pd.Timestamp, pd.Timedelta, type(pd.NA), type(pd.NaT))),
    *(i for i, lettre in LETTRES.items() if lettre not in "US"),
}


class sans_ramassage:  # noqa: N801 - s'emploie comme une fonction
    """Le temps d'un message, le ramasse-miettes attend : un grand arbre le réveillerait sans cesse, pour rien."""

    def __enter__(self) -> None:
        self._actif = gc.isenabled()
        gc.disable()

    def __exit__(self, *erreur: object) -> None:
        if self._actif:
            gc.enable()


@lru_cache(maxsize=1)
def fuseaux_connus() -> frozenset[str]:
    """Les noms de fuseaux de cette machine : une table fermée, jamais un chemin."""
    return frozenset(zoneinfo.available_timezones())


def taille(forme: Any) -> int:
    """Le nombre de cases d'un tableau ; trop de cases, ou trop de lignes vides (`tolist` les fabrique), arrêtent."""
    exiger(len(forme) <= 32 and all(type(cote) is int and cote >= 0 for cote in forme))
    cases = math.prod(forme)
    if max(accumulate(forme, mul), default=1) > (ELEMENTS_MAX if cases else LIGNES_SANS_CASE):
        raise TropGrosse
    return cases


def partageables(etiquettes: pd.Index) -> bool:
    """Un texte long répété par ses codes coûterait à qui le lit bien plus que ce que le message a pesé."""
    if etiquettes.dtype != object and not isinstance(etiquettes.dtype, pd.StringDtype):
        return type(etiquettes) is not pd.CategoricalIndex or partageables(etiquettes.categories)
    etiquettes = etiquettes.tolist()
    courts = (id(type(e)) in SANS_CONTENU or (type(e) is str and len(e) <= TEXTE_MAX) for e in etiquettes)
    return all(courts) and dispersees(etiquettes)


def dispersees(etiquettes: list) -> bool:
    """Des clés choisies pour se heurter rendraient un dictionnaire quadratique."""
    return len(etiquettes) - len(set(map(hash, etiquettes))) <= COLLISIONS_MAX
