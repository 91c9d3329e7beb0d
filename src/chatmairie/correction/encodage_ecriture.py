"""Écrire un message, dans le processus de l'élève comme dans le correcteur : `coder`.

Seul le type réel (`type`) est lu, et les méthodes appelées sont celles des types de base. Les types se comparent par
leur `id` : une métaclasse peut redéfinir `==` et `hash`, donc `in` et la lecture d'un dictionnaire.
"""

from __future__ import annotations

import json
import sys
import zoneinfo
from collections import OrderedDict
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone, tzinfo
from itertools import islice
from types import GeneratorType
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.correction.encodage_commun import (
    BASES,
    BITS_D_UN_ENTIER,
    CONSTANTES,
    ENTIER,
    ETAGES,
    FREQUENCE,
    GENRES_D_INDEX,
    LETTRES,
    LIGNES_D_UNE_FREQUENCE,
    MASQUES,
    NIVEAUX,
    NOM_MAX,
    NOYAU,
    OCTETS_MAX,
    PLATS,
    RIEN,
    TELS_QUELS,
    TEXTE,
    TEXTE_D_UN_MESSAGE,
    CodeDeLEleve,
    Inconnu,
    Message,
    TropGrosse,
    exiger,
    fuseaux_connus,
    partageables,
    sans_ramassage,
    taille,
)
from chatmairie.formes import ELEMENTS_D_UNE_LISTE

_ECRIRE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def coder(valeur: Any) -> bytes:
    """Les octets de `valeur`, quelle qu'elle soit ; ne lève que ce que lève un générateur de l'élève, déroulé ici."""
    try:
        with sans_ramassage():
            return _coder(valeur)
    except CodeDeLEleve as erreur:
        raise erreur.__cause__ from None  # type: ignore[misc]
    except (TropGrosse, MemoryError):
        return _assembler([["trop"]], [])
    except RecursionError:
        return _assembler([["boucle"]], [])
    except Exception:  # une valeur modifiée pendant qu'on la lit, un objet de pandas abîmé
        return _assembler([_inconnu(valeur, Message())], [])


def _coder(valeur: Any) -> bytes:
    message = Message()
    arbres = [_noeud(valeur, message, 0)]
    for suite, etage, chemin in message.suites:  # la liste s'allonge pendant qu'on la parcourt
        message.etage, message.chemin = etage, chemin
        arbres.append([etage, _noeud(suite, message, 0)])
    octets = _assembler(arbres, message.blocs)
    message.octets = OCTETS_MAX
    message.compter(octets=len(octets))
    return octets


def _assembler(arbres: list, blocs: list[bytes]) -> bytes:
    arbre = _ECRIRE(arbres).encode("utf-8", "surrogatepass")
    return b"".join((NOYAU.pack(len(arbre)), arbre, *blocs))


def _noeud(valeur: Any, message: Message, niveau: int) -> Any:
    genre = type(valeur)
    message.elements -= 1
    if message.elements < 0:
        raise TropGrosse
    if id(genre) in TELS_QUELS:
        return valeur
    if id(valeur) in message.chemin:
        return ["boucle"]
    if niveau > NIVEAUX:
        return _reporter(valeur, message)
    return _ECRIVAINS.get(id(genre), _autre)(valeur, message, niveau)


def _reporter(valeur: Any, message: Message) -> list:
    if message.etage == ETAGES:
        return ["boucle"]
    message.suites.append((valeur, message.etage + 1, set(message.chemin)))
    return ["suite", len(message.suites)]


def _autre(valeur: Any, message: Message, niveau: int) -> list:
    """Une sous-classe d'un type de base garde sa base et son nom ; tout autre objet, son nom seulement."""
    genre = type(valeur)
    if issubclass(genre, np.generic):
        base = next((b for b in _LIGNEE(genre) if id(b) in LETTRES), None)
        if base is None:
            return _inconnu(valeur, message)
        return ["sous", LETTRES[id(base)], _nom(genre, base, message), _nombre_simple(valeur, base)]
    for nom_de_base, base in BASES.items():
        if issubclass(genre, base):
            contenu = _ECRIVAINS[id(base)](valeur, message, niveau)
            return ["sous", nom_de_base, _nom(genre, base, message), contenu]
    if genre is getattr(sys.modules.get("IPython.core.display"), "HTML", None):
        return _page(valeur, message, niveau)
    return _inconnu(valeur, message)


def _inconnu(valeur: Any, message: Message) -> list:
    return ["inconnu", _nom(type(valeur), Inconnu, message)]


_LIGNEE = type.__dict__["__mro__"].__get__
_NOM = type.__dict__["__name__"].__get__


def _nom(genre: type, base: type, message: Message) -> str:
    """Le vrai nom d'un type, sans rien que l'on ne puisse écrire."""
    nom = str.__str__(_NOM(genre))[:NOM_MAX]
    if not nom.isprintable():
        nom = "".join(c if c.isprintable() else "?" for c in nom)
    if (base.__name__, nom) not in message.classes:
        message.compter(lourds=1)
        message.classes[base.__name__, nom] = base
    return nom


def _elements(contenant: Any, elements: list, message: Message, niveau: int) -> list:
    """Les nœuds des éléments ; d'un coup quand tous sont des scalaires de JSON."""
    if _sont_plats(elements, message):
        return elements
    message.chemin.add(id(contenant))
    try:
        return [_noeud(e, message, niveau + 1) for e in elements]
    finally:
        message.chemin.discard(id(contenant))


def _sont_plats(elements: list, message: Message) -> bool:
    """Tous None, bool, float, entier ou texte, de taille ordinaire."""
    genres = set(map(id, map(type, elements)))
    if not genres <= PLATS:
        return False
    if ENTIER in genres:
        entiers = elements if len(genres) == 1 else [e for e in elements if type(e) is int]
        if max(map(int.bit_length, entiers)) > BITS_D_UN_ENTIER:
            return False
    if TEXTE in genres:
        longueurs = list(map(len, elements if len(genres) == 1 else [e for e in elements if type(e) is str]))
        if max(longueurs) > TEXTE_D_UN_MESSAGE:
            return False
        message.compter(octets=sum(longueurs))
    message.compter(elements=len(elements))
    return True


def _texte(valeur: str, message: Message, niveau: int) -> str:
    texte = str.__str__(valeur)[:TEXTE_D_UN_MESSAGE]
    message.compter(octets=len(texte))
    return texte


def _entier(valeur: int, message: Message, niveau: int) -> int:
    entier = int.__int__(valeur)
    if entier.bit_length() <= BITS_D_UN_ENTIER:
        return entier
    return 2**BITS_D_UN_ENTIER if entier > 0 else -(2**BITS_D_UN_ENTIER)


def _suite_de(balise: str, parcourir: Callable[[Any], Iterator]) -> Callable:
    def ecrire(valeur: Any, message: Message, niveau: int) -> list:
        return [balise, *_elements(valeur, [*parcourir(valeur)], message, niveau)]

    return ecrire


def _dictionnaire(valeur: dict, message: Message, niveau: int) -> Any:
    """Un objet de JSON si toutes les clés sont des textes ; sinon, les clés d'un côté, les valeurs de l'autre."""
    cles, valeurs = [*dict.__iter__(valeur)], [*dict.values(valeur)]
    if set(map(id, map(type, cles))) <= {TEXTE}:
        message.compter(octets=sum(map(len, cles)))
        noeuds = _elements(valeur, valeurs, message, niveau)
        return valeur if noeuds is valeurs and type(valeur) is dict else dict(zip(cles, noeuds, strict=True))
    noeuds = _elements(valeur, cles, message, niveau)
    message.compter(elements=-len(cles))
    return ["dict", noeuds, _elements(valeur, valeurs, message, niveau)]


def _deroule(valeur: Any, message: Message, niveau: int) -> list:
    """Un générateur, une vue de dictionnaire : ses premiers éléments. Ici seulement, du code de l'élève s'exécute."""
    message.chemin.add(id(valeur))
    try:
        elements = list(islice(valeur, ELEMENTS_D_UNE_LISTE))
    except BaseException as erreur:
        raise CodeDeLEleve from erreur
    finally:
        message.chemin.discard(id(valeur))
    return ["deroule", _NOMS_DES_DEROULES[id(type(valeur))], _elements(valeur, elements, message, niveau)]


def _page(valeur: Any, message: Message, niveau: int) -> list:
    """Un `HTML` d'IPython : son texte."""
    texte = object.__getattribute__(valeur, "__dict__").get("data")
    return ["html", _texte(texte, message, niveau)] if type(texte) is str else _inconnu(valeur, message)


# --- dates, NumPy et pandas


def _avec_repli(ecrire: Callable) -> Callable:
    """L'écriture d'un objet composé : ce qu'elle ne sait pas dire voyage sans contenu."""

    def ecrire_ou_nommer(valeur: Any, message: Message, niveau: int) -> list:
        message.chemin.add(id(valeur))
        try:
            return ecrire(valeur, message, niveau)
        except Exception:
            return _inconnu(valeur, message)
        finally:
            message.chemin.discard(id(valeur))

    return ecrire_ou_nommer


def _fuseau(fuseau: tzinfo | None) -> int | str | None:
    if fuseau is None:
        return None
    if type(fuseau) is timezone:
        return fuseau.utcoffset(None) // timedelta(microseconds=1)
    exiger(type(fuseau) is zoneinfo.ZoneInfo and type(fuseau.key) is str and fuseau.key in fuseaux_connus())
    return fuseau.key


def _date(valeur: date, message: Message, niveau: int) -> list:
    return ["date", valeur.toordinal()]


def _moment(valeur: datetime, message: Message, niveau: int) -> list:
    champs = (valeur.year, valeur.month, valeur.day, valeur.hour, valeur.minute, valeur.second, valeur.microsecond)
    return ["moment", champs, valeur.fold, _fuseau(valeur.tzinfo)]


def _duree(valeur: timedelta, message: Message, niveau: int) -> list:
    return ["duree", valeur.days, valeur.seconds, valeur.microseconds]


def _instant(valeur: pd.Timestamp, message: Message, niveau: int) -> list:
    return ["instant", valeur.unit, int(valeur.asm8.view("i8")), _fuseau(valeur.tzinfo)]


def _ecart(valeur: pd.Timedelta, message: Message, niveau: int) -> list:
    return ["ecart", valeur.unit, int(valeur.asm8.view("i8"))]


def _intervalle(valeur: pd.Interval, message: Message, niveau: int) -> list:
    bornes = (_noeud(valeur.left, message, niveau + 1), _noeud(valeur.right, message, niveau + 1))
    return ["intervalle", *bornes, valeur.closed]


def _periode(valeur: pd.Period, message: Message, niveau: int) -> list:
    return ["periode", valeur.ordinal, valeur.freqstr]


def _nombre(valeur: np.generic, message: Message, niveau: int) -> list:
    base = type(valeur)
    return ["nombre", LETTRES[id(base)], _nombre_simple(valeur, base)]


def _nombre_simple(valeur: np.generic, base: type) -> Any:
    """Ce que JSON peut porter d'un scalaire de NumPy (`item` appellerait le code d'une sous-classe)."""
    if base is np.str_:
        return str.__str__(valeur)[:TEXTE_D_UN_MESSAGE]
    if base is np.bytes_:
        return bytes.decode(valeur, "latin-1")[:TEXTE_D_UN_MESSAGE]
    if issubclass(base, np.complexfloating):
        simple = base.__complex__(valeur)
        return [simple.real, simple.imag]
    if issubclass(base, np.floating):
        return base.__float__(valeur)
    return base.__bool__(valeur) if base is np.bool_ else base.__int__(valeur)


def _temps(valeur: np.datetime64 | np.timedelta64, message: Message, niveau: int) -> list:
    return ["temps", valeur.dtype.str, int(valeur.view("i8"))]


def _bloc(tableau: np.ndarray, message: Message, niveau: int) -> list:
    """Un tableau de NumPy : ses octets, ou ses objets un à un."""
    message.compter(lourds=1)
    taille(tableau.shape)
    if tableau.dtype.kind not in "biufmMU" or not tableau.dtype.itemsize:
        objets = tableau.astype(object, copy=False).ravel().tolist()
        return ["objets", tableau.shape, _objets(tableau, objets, message, niveau)]
    nom = tableau.dtype.str
    if tableau.dtype == np.longdouble:
        nom, tableau = "g", tableau.astype("<f8")
    message.compter(octets=tableau.nbytes)
    return ["tableau", nom, tableau.shape, message.deposer(tableau.tobytes())]


def _objets(contenant: Any, objets: list, message: Message, niveau: int) -> list:
    if TEXTE in (genres := set(map(id, map(type, objets)))) and genres <= {TEXTE, RIEN}:
        textes = _textes(objets, message)
        if textes is not None:
            return textes
    return ["liste", *_elements(contenant, objets, message, niveau)]


def _textes(objets: list, message: Message) -> list | None:
    """Une colonne de textes en un bloc ; None s'ils contiennent les deux caractères qui séparent et qui manquent."""
    textes, manquants = objets, 0
    try:
        bloc = "\0".join(textes)
    except TypeError:
        textes = [t if issubclass(type(t), str) else "\1" for t in objets]
        manquants = sum(not issubclass(type(t), str) for t in objets)
        bloc = "\0".join(textes)
    if bloc.count("\0") != len(textes) - 1 or (manquants and bloc.count("\1") != manquants):
        return None
    octets = bloc.encode("utf-8", "surrogatepass")
    message.compter(octets=len(octets))
    return ["textes", len(textes), manquants, message.deposer(octets), len(octets)]


def _chaines(tableau: Any, message: Message, niveau: int) -> list:
    """Une colonne de textes de pandas ; ce qui y manque est dit par sa nature, non par chaque case."""
    message.compter(lourds=1)
    taille(tableau.shape)
    objets = np.asarray(tableau, dtype=object).tolist()
    textes = _textes(objets, message) if objets else None
    if textes is None:
        objets = [o if issubclass(type(o), str) else None for o in objets]
        textes = ["liste", *_elements(tableau, objets, message, niveau)]
    return ["chaines", tableau.dtype.storage, tableau.dtype.na_value is pd.NA, textes]


def _masque(tableau: Any, message: Message, niveau: int) -> list:
    return ["masque", _bloc(tableau._data, message, niveau), _bloc(tableau._mask, message, niveau)]


def _categories(tableau: pd.Categorical, message: Message, niveau: int) -> list:
    exiger(partageables(tableau.categories))
    codes = _bloc(np.asarray(tableau.codes), message, niveau)
    return ["categories", codes, _index(tableau.categories, message, niveau), bool(tableau.ordered)]


def _dates(tableau: Any, message: Message, niveau: int) -> list:
    bloc = _bloc(tableau.asi8.view(f"M8[{tableau.unit}]"), message, niveau)
    return bloc if tableau.tz is None else ["fuseau", bloc, _fuseau(tableau.tz)]


def _durees(tableau: Any, message: Message, niveau: int) -> list:
    return _bloc(tableau.asi8.view(f"m8[{tableau.unit}]"), message, niveau)


def _intervalles(tableau: Any, message: Message, niveau: int) -> list:
    bornes = (_tableau(tableau.left.array, message, niveau), _tableau(tableau.right.array, message, niveau))
    return ["intervalles", *bornes, tableau.closed]


def _periodes(tableau: Any, message: Message, niveau: int) -> list:
    return ["periodes", _bloc(tableau.asi8, message, niveau), tableau.dtype.name[len("period[") : -1]]


def _tableau(tableau: Any, message: Message, niveau: int) -> list:
    """Les valeurs d'une colonne ou d'un index ; d'un genre de pandas que l'on ne sait pas dire, ses objets."""
    ecrire = _TABLEAUX_ECRITS.get(id(type(tableau)))
    try:
        if ecrire is not None:
            return ecrire(tableau, message, niveau + 1)
    except Exception:
        pass
    exiger(ecrire is not None or id(type(tableau)) in _AUTRES_TABLEAUX)
    return _bloc(np.asarray(tableau, dtype=object), message, niveau + 1)


def _etendue(index: pd.RangeIndex, message: Message, niveau: int) -> list:
    message.compter(lourds=1)
    taille((len(index),))
    return ["etendue", index.start, index.stop, index.step, _noeud(index.name, message, niveau + 1)]


def _index_multiple(index: pd.MultiIndex, message: Message, niveau: int) -> list:
    if not all(map(partageables, index.levels)):
        return ["index", _bloc(index.to_numpy(), message, niveau), _noeud(None, message, niveau), None]
    etages = [_index(etage, message, niveau + 1) for etage in index.levels]
    codes = [_bloc(np.asarray(c), message, niveau) for c in index.codes]
    return ["multiple", etages, codes, [_noeud(nom, message, niveau + 1) for nom in index.names]]


def _index(index: pd.Index, message: Message, niveau: int) -> list:
    exiger(id(type(index)) in _INDEX)
    if type(index) is pd.RangeIndex:
        return _etendue(index, message, niveau)
    if type(index) is pd.MultiIndex:
        return _index_multiple(index, message, niveau)
    valeurs = _tableau(index.array, message, niveau)
    return ["index", valeurs, _noeud(index.name, message, niveau + 1), _frequence(index, message)]


def _frequence(index: pd.Index, message: Message) -> str | None:
    frequence = index.freqstr if type(index) in (pd.DatetimeIndex, pd.TimedeltaIndex) else None
    if frequence is None or not message.frequences or len(index) > LIGNES_D_UNE_FREQUENCE:
        return None
    message.frequences -= 1
    return frequence if FREQUENCE.fullmatch(frequence) else None


def _colonne(colonne: pd.Series, message: Message, niveau: int) -> list:
    index = _index(colonne.index, message, niveau + 1)
    return ["colonne", _tableau(colonne.array, message, niveau), index, _noeud(colonne.name, message, niveau + 1)]


def _table(table: pd.DataFrame, message: Message, niveau: int) -> list:
    message.compter(lourds=len(table.columns))
    entete = [_index(table.index, message, niveau + 1), _index(table.columns, message, niveau + 1)]
    return ["table", *entete, *(_tableau(c.array, message, niveau) for _, c in table.items())]


_VUES = (type(v) for d in ({}, OrderedDict()) for v in (d.keys(), d.values()))
_NOMS_DES_DEROULES = {id(genre): genre.__name__ for genre in (GeneratorType, map, filter, zip, *_VUES)}
_INDEX = set(map(id, GENRES_D_INDEX))
_SEULS = {
    np.ndarray: _bloc,
    pd.arrays.StringArray: _chaines,
    pd.arrays.ArrowStringArray: _chaines,
    **dict.fromkeys(MASQUES.values(), _masque),
    pd.Categorical: _categories,
}
"""Les tableaux qui voyagent seuls ; les suivants, seulement dans une colonne ou un index."""
_DANS_UNE_COLONNE = {
    pd.arrays.NumpyExtensionArray: lambda t, message, niveau: _bloc(t.to_numpy(), message, niveau),
    pd.arrays.DatetimeArray: _dates,
    pd.arrays.TimedeltaArray: _durees,
    pd.arrays.IntervalArray: _intervalles,
    pd.arrays.PeriodArray: _periodes,
}
_TABLEAUX_ECRITS = {id(genre): ecrire for genre, ecrire in (_SEULS | _DANS_UNE_COLONNE).items()}
_AUTRES_TABLEAUX = {id(pd.arrays.SparseArray), id(pd.arrays.ArrowExtensionArray)}
_COMPOSITES = {
    **_SEULS,
    **dict.fromkeys(GENRES_D_INDEX, _index),
    **{pd.Series: _colonne, pd.DataFrame: _table, date: _date, datetime: _moment, timedelta: _duree},
    **{pd.Timestamp: _instant, pd.Timedelta: _ecart, pd.Interval: _intervalle, pd.Period: _periode},
    **{np.datetime64: _temps, np.timedelta64: _temps},
}
_ECRIVAINS: dict[int, Callable[[Any, Message, int], Any]] = {
    **{id(str): _texte, id(int): _entier, id(float): lambda v, message, niveau: float.__float__(v)},
    id(list): _suite_de("liste", list.__iter__),
    id(tuple): _suite_de("tuple", tuple.__iter__),
    id(set): _suite_de("set", set.__iter__),
    id(frozenset): _suite_de("frozenset", frozenset.__iter__),
    id(dict): _dictionnaire,
    **dict.fromkeys(_NOMS_DES_DEROULES, _deroule),
    **dict.fromkeys(LETTRES, _nombre),
    **{id(genre): _avec_repli(ecrire) for genre, ecrire in _COMPOSITES.items()},
    **{id(type(c)): (lambda v, message, niveau, nom=nom: [nom]) for nom, c in CONSTANTES.items()},
}
