"""Lire un message venu d'un processus hostile : `decoder`.

Rien n'est construit hors des tables de ce module, et rien n'est réservé qui ne soit à proportion des octets reçus.
"""

from __future__ import annotations

import json
import sys
import zoneinfo
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.correction.encodage_commun import (
    BASES,
    CONSTANTES,
    ETAGES,
    FREQUENCE,
    FREQUENCES_MAX,
    GENRE_NUMPY,
    GENRES_D_INDEX,
    LIGNES_D_UNE_FREQUENCE,
    MASQUES,
    NIVEAUX,
    NOM_MAX,
    NOYAU,
    TYPES_NUMPY,
    Inconnu,
    Message,
    MessageIllisible,
    TropGrosse,
    dispersees,
    exiger,
    fuseaux_connus,
    partageables,
    sans_ramassage,
    taille,
)
from chatmairie.donnee_simple import ELEMENTS_MAX

_LIRE = json.JSONDecoder(parse_constant=float).decode  # un `nan` neuf à chaque fois : deux clés `nan` restent deux


def decoder(octets: bytes | memoryview) -> Any:
    """La valeur que disent ces octets. Lève `MessageIllisible` s'ils ne disent rien, et rien d'autre."""
    try:
        with sans_ramassage():
            return _decoder(memoryview(octets))
    except (Exception, TropGrosse) as erreur:
        raise MessageIllisible("Un message de l'autre processus n'a pas la forme attendue.") from erreur


def _decoder(octets: memoryview) -> Any:
    (longueur,) = NOYAU.unpack_from(octets)
    fin = NOYAU.size + longueur
    exiger(fin <= len(octets))
    arbres = _LIRE(str(octets[NOYAU.size : fin], "utf-8", "surrogatepass"))
    if arbres == [["trop"]]:
        return [None] * (ELEMENTS_MAX + 1)
    message = Message(octets[fin:])
    message.suites = {}
    for rang in range(len(arbres) - 1, 0, -1):  # une suite ne renvoie qu'à celles d'après, et à l'étage du dessous
        message.etage, noeud = arbres[rang]
        exiger(type(message.etage) is int and 0 < message.etage <= ETAGES)
        message.suites[rang] = message.etage, _lire(noeud, message, 0)
    message.etage = 0
    return _lire(arbres[0], message, 0)


def _lire(noeud: Any, message: Message, niveau: int) -> Any:
    genre = type(noeud)
    if genre is list:
        exiger(niveau <= NIVEAUX_LUS)
        return _LECTEURS[noeud[0]](noeud, message, niveau + 1)
    if genre is dict and not _COMPOSES.isdisjoint(map(type, noeud.values())):
        exiger(niveau <= NIVEAUX_LUS)
        return {cle: _lire(n, message, niveau + 1) for cle, n in noeud.items()}
    return noeud


def _lire_tous(noeuds: list, message: Message, niveau: int) -> list:
    exiger(type(noeuds) is list)
    if _COMPOSES.isdisjoint(map(type, noeuds)):
        return noeuds
    return [_lire(n, message, niveau) for n in noeuds]


def _du_genre(genres: type | tuple[type, ...], valeur: Any) -> Any:
    """`valeur`, de ce genre exactement."""
    exiger(type(valeur) in (genres if type(genres) is tuple else (genres,)))
    return valeur


def _lire_suite(noeud: list, message: Message, niveau: int) -> Any:
    etage, valeur = message.suites.pop(noeud[1])
    exiger(etage == message.etage + 1)
    return valeur


def _lire_boucle(noeud: list, message: Message, niveau: int) -> list:
    boucle: list = []
    boucle.append(boucle)
    return boucle


def _lire_liste(noeud: list, message: Message, niveau: int) -> list:
    return _lire_tous(noeud[1:], message, niveau)


def _lire_cles(noeuds: list, message: Message, niveau: int) -> list:
    cles = _lire_tous(noeuds, message, niveau)
    exiger(dispersees(cles))
    return cles


def _lire_dictionnaire(noeud: list, message: Message, niveau: int) -> dict:
    _, cles, valeurs = noeud
    return dict(zip(_lire_cles(cles, message, niveau), _lire_tous(valeurs, message, niveau), strict=True))


@lru_cache(maxsize=4096)
def _fabriquer(base: type, nom: str) -> type:
    exiger(len(nom) <= NOM_MAX and nom.isprintable())
    attributs = {"__slots__": (), "__module__": "eleve", "__doc__": None}
    return type(nom, (base,), attributs | ({"__hash__": _empreinte} if base in (list, tuple, set, dict) else {}))


def _empreinte(objet: Any) -> int:
    """Le `hash` d'une sous-classe : celle de l'élève en avait peut-être un, et servait de clé."""
    try:
        return tuple.__hash__(objet)
    except TypeError:
        return object.__hash__(objet)


def _classe(base: type, nom: str, message: Message) -> type:
    classe = message.classes.get((base.__name__, nom))
    if classe is None:
        message.compter(lourds=1)
        classe = message.classes[base.__name__, nom] = _fabriquer(base, _du_genre(str, nom))
    return classe


def _lire_inconnu(noeud: list, message: Message, niveau: int) -> Inconnu:
    _, nom = noeud
    return _classe(Inconnu, nom, message)()


def _lire_sous_classe(noeud: list, message: Message, niveau: int) -> Any:
    _, base, nom, contenu = noeud
    if base in TYPES_NUMPY:
        return _classe(TYPES_NUMPY[base], nom, message)(_pour_numpy(base, contenu))
    contenu = _du_genre(BASES[base], _lire(contenu, message, niveau))
    return _classe(BASES[base], nom, message)(contenu)


class _Page(Inconnu):
    __slots__ = ("data",)


_Page.__name__ = _Page.__qualname__ = "HTML"


def _lire_page(noeud: list, message: Message, niveau: int) -> _Page:
    page = _Page()
    page.data = _du_genre(str, noeud[1])
    return page


def _lire_deroule(noeud: list, message: Message, niveau: int) -> Any:
    _, nom, noeuds = noeud
    return _DEROULES[nom](_lire_tous(noeuds, message, niveau))


def _zip(uplets: list) -> zip:
    exiger(all(type(u) is tuple for u in uplets))
    return zip(*zip(*uplets, strict=True), strict=True)


def _cles_d_un(genre: type) -> Callable:
    def vue(cles: list) -> Any:
        exiger(dispersees(cles))
        return genre.fromkeys(cles).keys()

    return vue


def _lire_fuseau(fuseau: Any) -> tzinfo | None:
    if fuseau is None:
        return None
    if type(fuseau) is int:
        return timezone(timedelta(microseconds=fuseau)) if fuseau else UTC
    exiger(fuseau in fuseaux_connus())
    return zoneinfo.ZoneInfo(fuseau)


def _lire_moment(noeud: list, message: Message, niveau: int) -> datetime:
    _, champs, repli, fuseau = noeud
    return datetime(*champs, tzinfo=_lire_fuseau(fuseau), fold=repli)


def _lire_instant(noeud: list, message: Message, niveau: int) -> pd.Timestamp:
    _, unite, entier, fuseau = noeud
    instant = pd.Timestamp(np.datetime64(_du_genre(int, entier), _unite(unite)))
    return instant if fuseau is None else instant.tz_localize(UTC).tz_convert(_lire_fuseau(fuseau))


def _lire_ecart(noeud: list, message: Message, niveau: int) -> pd.Timedelta:
    _, unite, entier = noeud
    return pd.Timedelta(np.timedelta64(_du_genre(int, entier), _unite(unite)))


def _unite(unite: Any) -> str:
    exiger(unite in ("s", "ms", "us", "ns"))
    return unite


def _lire_intervalle(noeud: list, message: Message, niveau: int) -> pd.Interval:
    _, gauche, droite, cote = noeud
    return pd.Interval(_lire(gauche, message, niveau), _lire(droite, message, niveau), cote)


def _frequence_lue(frequence: Any, message: Message) -> str:
    message.frequences -= 1
    exiger(message.frequences >= -FREQUENCES_MAX and FREQUENCE.fullmatch(frequence) is not None)
    return frequence


def _lire_periode(noeud: list, message: Message, niveau: int) -> pd.Period:
    _, rang, frequence = noeud
    exiger(FREQUENCE.fullmatch(frequence) is not None)
    return pd.Period(ordinal=_du_genre(int, rang), freq=frequence)


def _lire_nombre(noeud: list, message: Message, niveau: int) -> np.generic:
    _, lettre, simple = noeud
    return TYPES_NUMPY[lettre](_pour_numpy(lettre, simple))


def _pour_numpy(lettre: str, simple: Any) -> Any:
    """Ce dont ce type de NumPy se fait, vérifié : `np.float64` prendrait aussi une liste."""
    genre = TYPES_NUMPY[lettre]
    if issubclass(genre, np.complexfloating):
        reel, imaginaire = simple
        return complex(_du_genre(float, reel), _du_genre(float, imaginaire))
    if genre is np.bytes_:
        return _du_genre(str, simple).encode("latin-1")
    return _du_genre({"b": bool, "f": float, "U": str}.get(np.dtype(lettre).kind, int), simple)


def _lire_temps(noeud: list, message: Message, niveau: int) -> Any:
    _, nom, entier = noeud
    exiger(nom[1] in "mM")
    return np.array(_du_genre(int, entier), dtype="i8").view(_genre(nom))[()]


def _genre(nom: Any) -> np.dtype:
    exiger(GENRE_NUMPY.fullmatch(nom) is not None)
    return np.dtype(nom)


def _lire_bloc(noeud: list, message: Message, niveau: int) -> np.ndarray:
    _, nom, forme, place = noeud
    message.compter(lourds=1)
    genre = _genre("<f8" if nom == "g" else nom)
    cases = taille(_du_genre(list, forme))
    if not cases:
        return np.zeros(forme, dtype=nom)
    bloc = message.reprendre(place, cases * genre.itemsize)
    if genre.kind == "b":
        return (np.frombuffer(bloc, dtype="u1") != 0).reshape(forme)
    if genre.kind == "U":
        exiger(bool((np.frombuffer(bloc, dtype=genre.str[0] + "u4") <= sys.maxunicode).all()))
    return np.frombuffer(bloc, dtype=genre).astype(nom).reshape(forme)


def _lire_objets(noeud: list, message: Message, niveau: int) -> np.ndarray:
    _, forme, noeuds = noeud
    message.compter(lourds=1)
    objets = _du_genre(list, _lire(noeuds, message, niveau))
    exiger(taille(_du_genre(list, forme)) == len(objets))
    return np.fromiter(objets, dtype=object, count=len(objets)).reshape(forme)


def _lire_textes(noeud: list, message: Message, niveau: int) -> list:
    _, nombre, manquants, place, longueur = noeud
    textes = str(message.reprendre(place, longueur), "utf-8", "surrogatepass")
    exiger(textes.count("\0") + 1 == nombre <= ELEMENTS_MAX)
    liste = textes.split("\0")
    return [None if t == "\1" else t for t in liste] if manquants else liste


def _lire_chaines(noeud: list, message: Message, niveau: int) -> Any:
    _, stockage, avec_na, noeuds = noeud
    message.compter(lourds=1)
    nature = pd.StringDtype(_du_genre(str, stockage), na_value=pd.NA if avec_na else np.nan)
    return pd.array(_du_genre(list, _lire(noeuds, message, niveau)), dtype=nature)


def _lire_masque(noeud: list, message: Message, niveau: int) -> Any:
    _, valeurs, masque = (_lire(n, message, niveau) for n in noeud)
    return MASQUES[valeurs.dtype.kind](valeurs, _du_genre(np.ndarray, masque))


def _lire_categories(noeud: list, message: Message, niveau: int) -> pd.Categorical:
    _, codes, etiquettes, ordonnees = noeud
    etiquettes = _du_genre(GENRES_D_INDEX, _lire(etiquettes, message, niveau))
    exiger(partageables(etiquettes))
    codes = _du_genre(np.ndarray, _lire(codes, message, niveau))
    return pd.Categorical.from_codes(codes, etiquettes, ordered=_du_genre(bool, ordonnees))


def _lire_tableau_en_fuseau(noeud: list, message: Message, niveau: int) -> Any:
    _, bloc, fuseau = noeud
    instants = pd.DatetimeIndex(_du_genre(np.ndarray, _lire(bloc, message, niveau)))
    return instants.tz_localize(UTC).tz_convert(_lire_fuseau(fuseau)).array


def _lire_intervalles(noeud: list, message: Message, niveau: int) -> Any:
    _, gauche, droite, cote = noeud
    bornes = (_lire_valeurs(gauche, message, niveau), _lire_valeurs(droite, message, niveau))
    return pd.arrays.IntervalArray.from_arrays(*bornes, closed=cote)


def _lire_periodes(noeud: list, message: Message, niveau: int) -> Any:
    _, rangs, frequence = noeud
    nature = pd.PeriodDtype(_frequence_lue(frequence, message))
    return pd.arrays.PeriodArray(_du_genre(np.ndarray, _lire(rangs, message, niveau)), dtype=nature)


def _lire_valeurs(noeud: list, message: Message, niveau: int) -> Any:
    valeurs = _lire(noeud, message, niveau)
    exiger(type(valeurs) in _GENRES_DE_TABLEAUX and len(valeurs.shape) == 1)
    return valeurs


def _nature(valeurs: Any) -> Any:
    """`object` se dit, sinon pandas devine des textes."""
    return object if valeurs.dtype == object else None


def _lire_etendue(noeud: list, message: Message, niveau: int) -> pd.RangeIndex:
    _, debut, fin, pas, nom = noeud
    message.compter(lourds=1)
    taille((len(range(debut, fin, pas)),))
    return pd.RangeIndex(debut, fin, pas, name=_lire(nom, message, niveau))


def _lire_index(noeud: list, message: Message, niveau: int) -> pd.Index:
    _, valeurs, nom, frequence = noeud
    valeurs = _lire_valeurs(valeurs, message, niveau)
    index = pd.Index(valeurs, dtype=_nature(valeurs), name=_lire(nom, message, niveau), tupleize_cols=False)
    if frequence is None:
        return index
    exiger(len(index) <= LIGNES_D_UNE_FREQUENCE)
    _du_genre((pd.DatetimeIndex, pd.TimedeltaIndex), index).freq = _frequence_lue(frequence, message)
    return index


def _lire_index_multiple(noeud: list, message: Message, niveau: int) -> pd.MultiIndex:
    _, etages, codes, noms = noeud
    etages, codes = _lire_tous(etages, message, niveau), _lire_tous(codes, message, niveau)
    exiger(all(type(e) in GENRES_D_INDEX and partageables(e) for e in etages))
    exiger(all(type(c) is np.ndarray and c.dtype.kind == "i" and c.ndim == 1 for c in codes))
    return pd.MultiIndex(etages, codes, names=_lire_tous(noms, message, niveau))


def _lire_colonne(noeud: list, message: Message, niveau: int) -> pd.Series:
    _, valeurs, index, nom = noeud
    valeurs = _lire_valeurs(valeurs, message, niveau)
    index = _du_genre(GENRES_D_INDEX, _lire(index, message, niveau))
    return pd.Series(valeurs, index=index, name=_lire(nom, message, niveau), dtype=_nature(valeurs), copy=False)


def _lire_table(noeud: list, message: Message, niveau: int) -> pd.DataFrame:
    _, index, etiquettes, *colonnes = noeud
    message.compter(lourds=len(colonnes))
    index, etiquettes = (_du_genre(GENRES_D_INDEX, _lire(n, message, niveau)) for n in (index, etiquettes))
    valeurs = dict(enumerate(_lire_valeurs(c, message, niveau) for c in colonnes))
    for rang, valeur in valeurs.items():
        if _nature(valeur) is object:
            valeurs[rang] = pd.Series(valeur, index=index, dtype=object, copy=False)
    table = pd.DataFrame(valeurs, index=index, copy=False)
    table.columns = etiquettes
    return table


NIVEAUX_LUS = 5 * NIVEAUX
_COMPOSES = {list, dict}
_DEROULES: dict[str, Callable[[list], Any]] = {
    "generator": lambda elements: (e for e in elements),
    "map": lambda elements: map(lambda e: e, elements),
    "filter": lambda elements: filter(lambda _: True, elements),
    "zip": _zip,
    "dict_keys": _cles_d_un(dict),
    "dict_values": lambda elements: dict(enumerate(elements)).values(),
    "odict_keys": _cles_d_un(OrderedDict),
    "odict_values": lambda elements: OrderedDict(enumerate(elements)).values(),
}
_GENRES_DE_TABLEAUX = {
    *(np.ndarray, pd.arrays.StringArray, pd.arrays.ArrowStringArray, *MASQUES.values(), pd.Categorical),
    *(pd.arrays.DatetimeArray, pd.arrays.IntervalArray, pd.arrays.PeriodArray),
}
_LECTEURS: dict[str, Callable[[list, Message, int], Any]] = {
    **{"suite": _lire_suite, "boucle": _lire_boucle, "liste": _lire_liste, "dict": _lire_dictionnaire},
    "tuple": lambda noeud, message, niveau: tuple(_lire_liste(noeud, message, niveau)),
    "set": lambda noeud, message, niveau: set(_lire_cles(noeud[1:], message, niveau)),
    "frozenset": lambda noeud, message, niveau: frozenset(_lire_cles(noeud[1:], message, niveau)),
    **{"sous": _lire_sous_classe, "inconnu": _lire_inconnu, "html": _lire_page, "deroule": _lire_deroule},
    "date": lambda noeud, message, niveau: date.fromordinal(noeud[1]),
    "duree": lambda noeud, message, niveau: timedelta(*noeud[1:]),
    **{"moment": _lire_moment, "instant": _lire_instant, "ecart": _lire_ecart, "temps": _lire_temps},
    **{"intervalle": _lire_intervalle, "periode": _lire_periode, "nombre": _lire_nombre},
    **{"tableau": _lire_bloc, "objets": _lire_objets, "textes": _lire_textes, "chaines": _lire_chaines},
    **{"masque": _lire_masque, "categories": _lire_categories, "fuseau": _lire_tableau_en_fuseau},
    **{"intervalles": _lire_intervalles, "periodes": _lire_periodes, "etendue": _lire_etendue},
    **{"index": _lire_index, "multiple": _lire_index_multiple, "colonne": _lire_colonne, "table": _lire_table},
    **{nom: (lambda noeud, message, niveau, c=c: c) for nom, c in CONSTANTES.items()},
}
