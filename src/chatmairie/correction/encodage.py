"""Ce qui passe entre le correcteur et le processus de l'élève : un encodage fermé, balisé, plafonné, dans les deux sens.

Un message est un arbre JSON suivi de blocs d'octets (les colonnes). Dans l'arbre, un scalaire voyage tel quel, un
dictionnaire à clés texte aussi ; tout le reste est une liste qui commence par une balise. `coder` ne lit que le type
réel (`type`) et n'appelle que les méthodes des types de base ; il compare des `id` de types, car une métaclasse peut
redéfinir `==` et `hash`. `decoder` lit des octets hostiles : il ne construit que les types de ses tables, et dépense à
proportion de ce qu'il a reçu. `Canal` porte ces messages sur une prise.
"""

from __future__ import annotations

import json
import math
import re
import select
import socket
import struct
import sys
import threading
import time
import zoneinfo
from collections import OrderedDict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from itertools import accumulate, islice
from operator import mul
from types import GeneratorType
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.donnee_simple import ELEMENTS_MAX, TEXTE_MAX
from chatmairie.formes import ELEMENTS_D_UNE_LISTE

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
_FREQUENCE = re.compile(r"-?\d{0,6}[A-Za-z]{1,5}(-[A-Z]{3})?")
_GENRE = re.compile(
    r"\|b1|[<>|][iu][1248]|[<>]f[248]|g|[<>]U[1-9]\d{0,6}|[<>][mM]8(\[\d{0,9}(Y|M|W|D|h|m|s|ms|us|ns|ps|fs|as)\])?"
)
_NOYAU = struct.Struct(">I")
_ECRIRE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_LIRE = json.JSONDecoder(parse_constant=float).decode  # un `nan` neuf à chaque fois : deux clés `nan` restent deux


class MessageIllisible(ValueError):
    """Ces octets ne sont pas un message de ce protocole."""


class CanalFerme(ConnectionError):
    """Il n'y a plus personne à l'autre bout."""


class Inconnu:
    """Ce qui reste d'un objet qui ne voyage pas : le nom de son type, rien d'autre."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"un objet de type « {type(self).__name__} »"


class _TropGrosse(BaseException):
    """Un plafond est passé. Hors de `Exception` : aucun repli ne doit l'avaler."""


class _CodeDeLEleve(BaseException):
    """Une erreur née dans un générateur de l'élève, qui doit ressortir telle quelle."""


class _Message:
    """Ce qui se compte pendant l'écriture ou la lecture d'un message."""

    def __init__(self, blocs: memoryview | None = None) -> None:
        self.elements, self.octets, self.lourds = ELEMENTS_MAX, OCTETS_MAX if blocs is None else len(blocs), LOURDS_MAX
        self.blocs: Any = [] if blocs is None else blocs
        self.position, self.etage, self.frequences = 0, 0, FREQUENCES_MAX
        self.suites: Any = []
        self.chemin: set[int] = set()
        self.classes: dict[tuple[str, str], type] = {}

    def compter(self, elements: int = 0, octets: int = 0, lourds: int = 0) -> None:
        self.elements -= elements
        self.octets -= octets
        self.lourds -= lourds
        if self.elements < 0 or self.octets < 0 or self.lourds < 0:
            raise _TropGrosse

    def deposer(self, bloc: bytes) -> int:
        """Range un bloc et rend sa place."""
        place = self.position
        self.blocs.append(bloc)
        self.position += len(bloc)
        return place

    def reprendre(self, place: int, longueur: int) -> memoryview:
        """Le bloc rangé là. Lire deux fois le même se paie deux fois : un petit message ne devient pas géant."""
        _exiger(type(place) is type(longueur) is int and 0 <= place <= place + longueur <= len(self.blocs))
        self.compter(octets=longueur)
        return self.blocs[place : place + longueur]


def _exiger(vrai: bool) -> None:
    if not vrai:
        raise MessageIllisible("Un message n'a pas la forme attendue.")


# --- coder


def coder(valeur: Any) -> bytes:
    """Les octets de `valeur`, quelle qu'elle soit ; ne lève que ce que lève un générateur de l'élève, déroulé ici."""
    try:
        return _coder(valeur)
    except _CodeDeLEleve as erreur:
        raise erreur.__cause__ from None  # type: ignore[misc]
    except (_TropGrosse, MemoryError):
        return _assembler([["trop"]], [])
    except RecursionError:
        return _assembler([["boucle"]], [])
    except Exception:  # une valeur modifiée pendant qu'on la lit, un objet de pandas abîmé
        return _assembler([_inconnu(type(valeur))], [])


def _coder(valeur: Any) -> bytes:
    message = _Message()
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
    return b"".join((_NOYAU.pack(len(arbre)), arbre, *blocs))


def _noeud(valeur: Any, message: _Message, niveau: int) -> Any:
    genre = type(valeur)
    message.compter(elements=1)
    if id(genre) in _TELS_QUELS:
        return valeur
    if id(valeur) in message.chemin:
        return ["boucle"]
    if niveau > NIVEAUX:
        return _reporter(valeur, message)
    return _ECRIVAINS.get(id(genre), _autre)(valeur, message, niveau)


def _reporter(valeur: Any, message: _Message) -> list:
    if message.etage == ETAGES:
        return ["boucle"]
    message.suites.append((valeur, message.etage + 1, set(message.chemin)))
    return ["suite", len(message.suites)]


def _autre(valeur: Any, message: _Message, niveau: int) -> list:
    """Une sous-classe d'un type de base garde sa base et son nom ; tout autre objet, son nom seulement."""
    genre = type(valeur)
    nom = _nom(genre)
    if issubclass(genre, np.generic):
        base = next((b for b in _LIGNEE(genre) if id(b) in _LETTRES), None)
        return _inconnu(genre) if base is None else ["sous", _LETTRES[id(base)], nom, _nombre_simple(valeur, base)]
    if nom == "HTML" and genre is getattr(sys.modules.get("IPython.core.display"), "HTML", None):
        return _page(valeur, message, niveau)
    for nom_de_base, base in _BASES.items():
        if issubclass(genre, base):
            if (nom_de_base, nom) not in message.classes:
                message.compter(lourds=1)
                message.classes[nom_de_base, nom] = base
            return ["sous", nom_de_base, nom, _ECRIVAINS[id(base)](valeur, message, niveau)]
    return _inconnu(genre)


def _inconnu(genre: type) -> list:
    return ["inconnu", _nom(genre)]


_LIGNEE = type.__dict__["__mro__"].__get__
_NOM = type.__dict__["__name__"].__get__


def _nom(genre: type) -> str:
    """Le vrai nom d'un type, sans rien que l'on ne puisse écrire."""
    nom = str.__str__(_NOM(genre))[:NOM_MAX]
    return nom if nom.isprintable() else "".join(c if c.isprintable() else "?" for c in nom)


def _elements(contenant: Any, elements: list, message: _Message, niveau: int) -> list:
    """Les nœuds des éléments ; d'un coup quand tous sont des scalaires de JSON."""
    if _sont_plats(elements, message):
        return elements
    message.chemin.add(id(contenant))
    try:
        return [_noeud(e, message, niveau + 1) for e in elements]
    finally:
        message.chemin.discard(id(contenant))


def _sont_plats(elements: list, message: _Message) -> bool:
    """Tous None, bool, float, entier ou texte, de taille ordinaire."""
    genres = set(map(id, map(type, elements)))
    if not genres <= _PLATS:
        return False
    if _ENTIER in genres:
        entiers = elements if len(genres) == 1 else [e for e in elements if type(e) is int]
        if max(map(int.bit_length, entiers)) > BITS_D_UN_ENTIER:
            return False
    if _TEXTE in genres:
        longueurs = list(map(len, elements if len(genres) == 1 else [e for e in elements if type(e) is str]))
        if max(longueurs) > TEXTE_D_UN_MESSAGE:
            return False
        message.compter(octets=sum(longueurs))
    message.compter(elements=len(elements))
    return True


def _texte(valeur: str, message: _Message, niveau: int) -> str:
    texte = str.__str__(valeur)[:TEXTE_D_UN_MESSAGE]
    message.compter(octets=len(texte))
    return texte


def _entier(valeur: int, message: _Message, niveau: int) -> int:
    entier = int.__int__(valeur)
    if entier.bit_length() <= BITS_D_UN_ENTIER:
        return entier
    return 2**BITS_D_UN_ENTIER if entier > 0 else -(2**BITS_D_UN_ENTIER)


def _suite_de(balise: str, parcourir: Callable[[Any], Iterator]) -> Callable:
    def ecrire(valeur: Any, message: _Message, niveau: int) -> list:
        return [balise, *_elements(valeur, [*parcourir(valeur)], message, niveau)]

    return ecrire


def _dictionnaire(valeur: dict, message: _Message, niveau: int) -> Any:
    paires = [*dict.items(valeur)]
    cles, valeurs = [c for c, _ in paires], [v for _, v in paires]
    if set(map(id, map(type, cles))) <= {_TEXTE}:
        message.compter(octets=sum(map(len, cles)))
        return dict(zip(cles, _elements(valeur, valeurs, message, niveau), strict=True))
    noeuds = _elements(valeur, cles, message, niveau)
    message.compter(elements=-len(cles))
    return ["dict", noeuds, _elements(valeur, valeurs, message, niveau)]


def _deroule(valeur: Any, message: _Message, niveau: int) -> list:
    """Un générateur, une vue de dictionnaire : ses premiers éléments. Ici seulement, du code de l'élève s'exécute."""
    message.chemin.add(id(valeur))
    try:
        elements = list(islice(valeur, ELEMENTS_D_UNE_LISTE))
    except BaseException as erreur:
        raise _CodeDeLEleve from erreur
    finally:
        message.chemin.discard(id(valeur))
    return ["deroule", _NOMS_DES_DEROULES[id(type(valeur))], _elements(valeur, elements, message, niveau)]


def _page(valeur: Any, message: _Message, niveau: int) -> list:
    """Un `HTML` d'IPython : son texte."""
    texte = object.__getattribute__(valeur, "__dict__").get("data")
    return ["html", _texte(texte, message, niveau)] if type(texte) is str else _inconnu(type(valeur))


# --- coder : dates, NumPy et pandas


def _avec_repli(ecrire: Callable) -> Callable:
    """L'écriture d'un objet composé : ce qu'elle ne sait pas dire voyage sans contenu."""

    def ecrire_ou_nommer(valeur: Any, message: _Message, niveau: int) -> list:
        message.chemin.add(id(valeur))
        try:
            return ecrire(valeur, message, niveau)
        except Exception:
            return _inconnu(type(valeur))
        finally:
            message.chemin.discard(id(valeur))

    return ecrire_ou_nommer


@lru_cache(maxsize=1)
def _fuseaux() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _fuseau(fuseau: tzinfo | None) -> int | str | None:
    if fuseau is None:
        return None
    if type(fuseau) is timezone:
        return fuseau.utcoffset(None) // timedelta(microseconds=1)
    _exiger(type(fuseau) is zoneinfo.ZoneInfo and type(fuseau.key) is str and fuseau.key in _fuseaux())
    return fuseau.key


def _date(valeur: date, message: _Message, niveau: int) -> list:
    return ["date", valeur.toordinal()]


def _moment(valeur: datetime, message: _Message, niveau: int) -> list:
    champs = (valeur.year, valeur.month, valeur.day, valeur.hour, valeur.minute, valeur.second, valeur.microsecond)
    return ["moment", champs, valeur.fold, _fuseau(valeur.tzinfo)]


def _duree(valeur: timedelta, message: _Message, niveau: int) -> list:
    return ["duree", valeur.days, valeur.seconds, valeur.microseconds]


def _instant(valeur: pd.Timestamp, message: _Message, niveau: int) -> list:
    return ["instant", valeur.unit, int(valeur.asm8.view("i8")), _fuseau(valeur.tzinfo)]


def _ecart(valeur: pd.Timedelta, message: _Message, niveau: int) -> list:
    return ["ecart", valeur.unit, int(valeur.asm8.view("i8"))]


def _intervalle(valeur: pd.Interval, message: _Message, niveau: int) -> list:
    bornes = (_noeud(valeur.left, message, niveau + 1), _noeud(valeur.right, message, niveau + 1))
    return ["intervalle", *bornes, valeur.closed]


def _periode(valeur: pd.Period, message: _Message, niveau: int) -> list:
    return ["periode", valeur.ordinal, valeur.freqstr]


def _nombre(valeur: np.generic, message: _Message, niveau: int) -> list:
    base = type(valeur)
    return ["nombre", _LETTRES[id(base)], _nombre_simple(valeur, base)]


def _nombre_simple(valeur: np.generic, base: type) -> Any:
    """Ce que JSON peut porter d'un scalaire de NumPy."""
    simple = np.generic.item(valeur)
    if base is np.longdouble:
        return float(simple)
    if isinstance(simple, complex):
        return [simple.real, simple.imag]
    return (simple.decode("latin-1") if base is np.bytes_ else simple)[:TEXTE_D_UN_MESSAGE] if base in _EN_TEXTE else simple


def _temps(valeur: np.datetime64 | np.timedelta64, message: _Message, niveau: int) -> list:
    return ["temps", valeur.dtype.str, int(valeur.view("i8"))]


def _taille(forme: Any) -> int:
    """Le nombre de cases d'un tableau ; trop de cases, ou trop de lignes vides (`tolist` les fabrique), arrêtent."""
    _exiger(len(forme) <= 32 and all(type(cote) is int and cote >= 0 for cote in forme))
    cases = math.prod(forme)
    if max(accumulate(forme, mul), default=1) > (ELEMENTS_MAX if cases else LIGNES_SANS_CASE):
        raise _TropGrosse
    return cases


def _bloc(tableau: np.ndarray, message: _Message, niveau: int) -> list:
    """Un tableau de NumPy : ses octets, ou ses objets un à un."""
    message.compter(lourds=1)
    _taille(tableau.shape)
    if tableau.dtype.kind not in "biufmMU" or not tableau.dtype.itemsize:
        objets = tableau.astype(object, copy=False).ravel().tolist()
        return ["objets", tableau.shape, _objets(tableau, objets, message, niveau)]
    nom = tableau.dtype.str
    if tableau.dtype == np.longdouble:
        nom, tableau = "g", tableau.astype("<f8")
    message.compter(octets=tableau.nbytes)
    return ["tableau", nom, tableau.shape, message.deposer(tableau.tobytes())]


def _objets(contenant: Any, objets: list, message: _Message, niveau: int) -> list:
    if _TEXTE in (genres := set(map(id, map(type, objets)))) and genres <= {_TEXTE, _RIEN}:
        textes = _textes(objets, message)
        if textes is not None:
            return textes
    return ["liste", *_elements(contenant, objets, message, niveau)]


def _textes(objets: list, message: _Message) -> list | None:
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


def _chaines(tableau: Any, message: _Message, niveau: int) -> list:
    """Une colonne de textes de pandas ; ce qui y manque est dit par sa nature, non par chaque case."""
    message.compter(lourds=1)
    _taille(tableau.shape)
    objets = np.asarray(tableau, dtype=object).tolist()
    textes = _textes(objets, message) if objets else None
    if textes is None:
        objets = [o if issubclass(type(o), str) else None for o in objets]
        textes = ["liste", *_elements(tableau, objets, message, niveau)]
    return ["chaines", tableau.dtype.storage, tableau.dtype.na_value is pd.NA, textes]


def _masque(tableau: Any, message: _Message, niveau: int) -> list:
    return ["masque", _bloc(tableau._data, message, niveau), _bloc(tableau._mask, message, niveau)]


def _categories(tableau: pd.Categorical, message: _Message, niveau: int) -> list:
    _exiger(_partageables(tableau.categories))
    codes = _bloc(np.asarray(tableau.codes), message, niveau)
    return ["categories", codes, _index(tableau.categories, message, niveau), bool(tableau.ordered)]


def _dates(tableau: Any, message: _Message, niveau: int) -> list:
    bloc = _bloc(tableau.asi8.view(f"M8[{tableau.unit}]"), message, niveau)
    return bloc if tableau.tz is None else ["fuseau", bloc, _fuseau(tableau.tz)]


def _durees(tableau: Any, message: _Message, niveau: int) -> list:
    return _bloc(tableau.asi8.view(f"m8[{tableau.unit}]"), message, niveau)


def _intervalles(tableau: Any, message: _Message, niveau: int) -> list:
    bornes = (_tableau(tableau.left.array, message, niveau), _tableau(tableau.right.array, message, niveau))
    return ["intervalles", *bornes, tableau.closed]


def _periodes(tableau: Any, message: _Message, niveau: int) -> list:
    return ["periodes", _bloc(tableau.asi8, message, niveau), tableau.dtype.freq.freqstr]


def _tableau(tableau: Any, message: _Message, niveau: int) -> list:
    """Les valeurs d'une colonne ou d'un index ; d'un genre de pandas que l'on ne sait pas dire, ses objets."""
    ecrire = _TABLEAUX_ECRITS.get(id(type(tableau)))
    try:
        if ecrire is not None:
            return ecrire(tableau, message, niveau + 1)
    except Exception:
        pass
    _exiger(ecrire is not None or id(type(tableau)) in _AUTRES_TABLEAUX)
    return _bloc(np.asarray(tableau, dtype=object), message, niveau + 1)


def _partageables(etiquettes: pd.Index) -> bool:
    """Un texte long répété par ses codes coûterait à qui le lit bien plus que ce que le message a pesé."""
    if etiquettes.dtype != object and not isinstance(etiquettes.dtype, pd.StringDtype):
        return type(etiquettes) is not pd.CategoricalIndex or _partageables(etiquettes.categories)
    etiquettes = etiquettes.tolist()
    courts = (id(type(e)) in _SANS_CONTENU or (type(e) is str and len(e) <= TEXTE_MAX) for e in etiquettes)
    return all(courts) and _dispersees(etiquettes)


def _dispersees(etiquettes: list) -> bool:
    """Des clés choisies pour se heurter rendraient un dictionnaire quadratique."""
    return len(etiquettes) - len(set(map(hash, etiquettes))) <= COLLISIONS_MAX


def _etendue(index: pd.RangeIndex, message: _Message, niveau: int) -> list:
    message.compter(lourds=1)
    _taille((len(index),))
    return ["etendue", index.start, index.stop, index.step, _noeud(index.name, message, niveau + 1)]


def _index_multiple(index: pd.MultiIndex, message: _Message, niveau: int) -> list:
    if not all(map(_partageables, index.levels)):
        return ["index", _bloc(index.to_numpy(), message, niveau), _noeud(None, message, niveau), None]
    etages = [_index(etage, message, niveau + 1) for etage in index.levels]
    codes = [_bloc(np.asarray(c), message, niveau) for c in index.codes]
    return ["multiple", etages, codes, [_noeud(nom, message, niveau + 1) for nom in index.names]]


def _index(index: pd.Index, message: _Message, niveau: int) -> list:
    _exiger(id(type(index)) in _INDEX)
    if type(index) is pd.RangeIndex:
        return _etendue(index, message, niveau)
    if type(index) is pd.MultiIndex:
        return _index_multiple(index, message, niveau)
    valeurs = _tableau(index.array, message, niveau)
    return ["index", valeurs, _noeud(index.name, message, niveau + 1), _frequence(index, message)]


def _frequence(index: pd.Index, message: _Message) -> str | None:
    frequence = index.freqstr if type(index) in (pd.DatetimeIndex, pd.TimedeltaIndex) else None
    if frequence is None or not message.frequences or len(index) > LIGNES_D_UNE_FREQUENCE:
        return None
    message.frequences -= 1
    return frequence if _FREQUENCE.fullmatch(frequence) else None


def _colonne(colonne: pd.Series, message: _Message, niveau: int) -> list:
    index = _index(colonne.index, message, niveau + 1)
    return ["colonne", _tableau(colonne.array, message, niveau), index, _noeud(colonne.name, message, niveau + 1)]


def _table(table: pd.DataFrame, message: _Message, niveau: int) -> list:
    message.compter(lourds=len(table.columns))
    entete = [_index(table.index, message, niveau + 1), _index(table.columns, message, niveau + 1)]
    return ["table", *entete, *(_tableau(c.array, message, niveau) for _, c in table.items())]


# --- decoder


def decoder(octets: bytes | memoryview) -> Any:
    """La valeur que disent ces octets. Lève `MessageIllisible` s'ils ne disent rien, et rien d'autre."""
    try:
        return _decoder(memoryview(octets))
    except (Exception, _TropGrosse) as erreur:
        raise MessageIllisible("Un message de l'autre processus ne se lit pas : il n'a pas la forme attendue.") from erreur


def _decoder(octets: memoryview) -> Any:
    (longueur,) = _NOYAU.unpack_from(octets)
    fin = _NOYAU.size + longueur
    _exiger(fin <= len(octets))
    arbres = _LIRE(str(octets[_NOYAU.size : fin], "utf-8", "surrogatepass"))
    if arbres == [["trop"]]:
        return [None] * (ELEMENTS_MAX + 1)
    message = _Message(octets[fin:])
    message.suites = {}
    for rang in range(len(arbres) - 1, 0, -1):  # une suite ne renvoie qu'à celles d'après, et à l'étage du dessous
        message.etage, noeud = arbres[rang]
        _exiger(type(message.etage) is int and 0 < message.etage <= ETAGES)
        message.suites[rang] = message.etage, _lire(noeud, message, 0)
    message.etage = 0
    return _lire(arbres[0], message, 0)


def _lire(noeud: Any, message: _Message, niveau: int) -> Any:
    genre = type(noeud)
    if genre is list:
        _exiger(niveau <= NIVEAUX_LUS)
        return _LECTEURS[noeud[0]](noeud, message, niveau + 1)
    if genre is dict and not _COMPOSES.isdisjoint(map(type, noeud.values())):
        _exiger(niveau <= NIVEAUX_LUS)
        return {cle: _lire(n, message, niveau + 1) for cle, n in noeud.items()}
    return noeud


def _lire_tous(noeuds: list, message: _Message, niveau: int) -> list:
    _exiger(type(noeuds) is list)
    if _COMPOSES.isdisjoint(map(type, noeuds)):
        return noeuds
    return [_lire(n, message, niveau) for n in noeuds]


def _du_genre(genres: type | tuple[type, ...], valeur: Any) -> Any:
    """`valeur`, de ce genre exactement."""
    _exiger(type(valeur) in (genres if type(genres) is tuple else (genres,)))
    return valeur


def _lire_suite(noeud: list, message: _Message, niveau: int) -> Any:
    etage, valeur = message.suites.pop(noeud[1])
    _exiger(etage == message.etage + 1)
    return valeur


def _lire_boucle(noeud: list, message: _Message, niveau: int) -> list:
    boucle: list = []
    boucle.append(boucle)
    return boucle


def _lire_liste(noeud: list, message: _Message, niveau: int) -> list:
    return _lire_tous(noeud[1:], message, niveau)


def _lire_cles(noeuds: list, message: _Message, niveau: int) -> list:
    cles = _lire_tous(noeuds, message, niveau)
    _exiger(_dispersees(cles))
    return cles


def _lire_dictionnaire(noeud: list, message: _Message, niveau: int) -> dict:
    _, cles, valeurs = noeud
    return dict(zip(_lire_cles(cles, message, niveau), _lire_tous(valeurs, message, niveau), strict=True))


@lru_cache(maxsize=4096)
def _fabriquer(base: type, nom: str) -> type:
    _exiger(len(nom) <= NOM_MAX and nom.isprintable())
    return type(nom, (base,), {"__slots__": (), "__module__": "eleve", "__doc__": None})


def _classe(base: type, nom: str, message: _Message) -> type:
    classe = message.classes.get((base.__name__, nom))
    if classe is None:
        message.compter(lourds=1)
        classe = message.classes[base.__name__, nom] = _fabriquer(base, _du_genre(str, nom))
    return classe


def _lire_inconnu(noeud: list, message: _Message, niveau: int) -> Inconnu:
    _, nom = noeud
    return _classe(Inconnu, nom, message)()


def _lire_sous_classe(noeud: list, message: _Message, niveau: int) -> Any:
    _, base, nom, contenu = noeud
    if base in _NUMPY:
        return _classe(_NUMPY[base], nom, message)(_pour_numpy(base, contenu))
    contenu = _du_genre(_BASES[base], _lire(contenu, message, niveau))
    return _classe(_BASES[base], nom, message)(contenu)


class _Page(Inconnu):
    __slots__ = ("data",)


_Page.__name__ = _Page.__qualname__ = "HTML"


def _lire_page(noeud: list, message: _Message, niveau: int) -> _Page:
    page = _Page()
    page.data = _du_genre(str, noeud[1])
    return page


def _lire_deroule(noeud: list, message: _Message, niveau: int) -> Any:
    _, nom, noeuds = noeud
    return _DEROULES[nom](_lire_tous(noeuds, message, niveau))


def _zip(uplets: list) -> zip:
    _exiger(all(type(u) is tuple for u in uplets))
    return zip(*zip(*uplets, strict=True), strict=True)


def _cles_d_un(genre: type) -> Callable:
    def vue(cles: list) -> Any:
        _exiger(_dispersees(cles))
        return genre.fromkeys(cles).keys()

    return vue


def _lire_fuseau(fuseau: Any) -> tzinfo | None:
    if fuseau is None:
        return None
    if type(fuseau) is int:
        return timezone(timedelta(microseconds=fuseau)) if fuseau else UTC
    _exiger(fuseau in _fuseaux())
    return zoneinfo.ZoneInfo(fuseau)


def _lire_moment(noeud: list, message: _Message, niveau: int) -> datetime:
    _, champs, repli, fuseau = noeud
    return datetime(*champs, tzinfo=_lire_fuseau(fuseau), fold=repli)


def _lire_instant(noeud: list, message: _Message, niveau: int) -> pd.Timestamp:
    _, unite, entier, fuseau = noeud
    instant = pd.Timestamp(np.datetime64(_du_genre(int, entier), _unite(unite)))
    return instant if fuseau is None else instant.tz_localize(UTC).tz_convert(_lire_fuseau(fuseau))


def _lire_ecart(noeud: list, message: _Message, niveau: int) -> pd.Timedelta:
    _, unite, entier = noeud
    return pd.Timedelta(np.timedelta64(_du_genre(int, entier), _unite(unite)))


def _unite(unite: Any) -> str:
    _exiger(unite in ("s", "ms", "us", "ns"))
    return unite


def _lire_intervalle(noeud: list, message: _Message, niveau: int) -> pd.Interval:
    _, gauche, droite, cote = noeud
    return pd.Interval(_lire(gauche, message, niveau), _lire(droite, message, niveau), cote)


def _frequence_lue(frequence: Any, message: _Message) -> str:
    message.frequences -= 1
    _exiger(message.frequences >= -FREQUENCES_MAX and _FREQUENCE.fullmatch(frequence) is not None)
    return frequence


def _lire_periode(noeud: list, message: _Message, niveau: int) -> pd.Period:
    _, rang, frequence = noeud
    _exiger(_FREQUENCE.fullmatch(frequence) is not None)
    return pd.Period(ordinal=_du_genre(int, rang), freq=frequence)


def _lire_nombre(noeud: list, message: _Message, niveau: int) -> np.generic:
    _, lettre, simple = noeud
    return _NUMPY[lettre](_pour_numpy(lettre, simple))


def _pour_numpy(lettre: str, simple: Any) -> Any:
    """Ce dont ce type de NumPy se fait, vérifié : `np.float64` prendrait aussi une liste."""
    genre = _NUMPY[lettre]
    if issubclass(genre, np.complexfloating):
        reel, imaginaire = simple
        return complex(_du_genre(float, reel), _du_genre(float, imaginaire))
    if genre is np.bytes_:
        return _du_genre(str, simple).encode("latin-1")
    return _du_genre({"b": bool, "f": float, "U": str}.get(np.dtype(lettre).kind, int), simple)


def _lire_temps(noeud: list, message: _Message, niveau: int) -> Any:
    _, nom, entier = noeud
    _exiger(nom[1] in "mM")
    return np.array(_du_genre(int, entier), dtype="i8").view(_genre(nom))[()]


def _genre(nom: Any) -> np.dtype:
    _exiger(_GENRE.fullmatch(nom) is not None)
    return np.dtype(nom)


def _lire_bloc(noeud: list, message: _Message, niveau: int) -> np.ndarray:
    _, nom, forme, place = noeud
    message.compter(lourds=1)
    genre = _genre("<f8" if nom == "g" else nom)
    cases = _taille(_du_genre(list, forme))
    if not cases:
        return np.zeros(forme, dtype=nom)
    bloc = message.reprendre(place, cases * genre.itemsize)
    if genre.kind == "b":
        return (np.frombuffer(bloc, dtype="u1") != 0).reshape(forme)
    if genre.kind == "U":
        _exiger(bool((np.frombuffer(bloc, dtype=genre.str[0] + "u4") <= sys.maxunicode).all()))
    return np.frombuffer(bloc, dtype=genre).astype(nom).reshape(forme)


def _lire_objets(noeud: list, message: _Message, niveau: int) -> np.ndarray:
    _, forme, noeuds = noeud
    message.compter(lourds=1)
    objets = _du_genre(list, _lire(noeuds, message, niveau))
    _exiger(_taille(_du_genre(list, forme)) == len(objets))
    return np.fromiter(objets, dtype=object, count=len(objets)).reshape(forme)


def _lire_textes(noeud: list, message: _Message, niveau: int) -> list:
    _, nombre, manquants, place, longueur = noeud
    textes = str(message.reprendre(place, longueur), "utf-8", "surrogatepass")
    _exiger(textes.count("\0") + 1 == nombre <= ELEMENTS_MAX)
    liste = textes.split("\0")
    return [None if t == "\1" else t for t in liste] if manquants else liste


def _lire_chaines(noeud: list, message: _Message, niveau: int) -> Any:
    _, stockage, avec_na, noeuds = noeud
    message.compter(lourds=1)
    nature = pd.StringDtype(_du_genre(str, stockage), na_value=pd.NA if avec_na else np.nan)
    return pd.array(_du_genre(list, _lire(noeuds, message, niveau)), dtype=nature)


def _lire_masque(noeud: list, message: _Message, niveau: int) -> Any:
    _, valeurs, masque = (_lire(n, message, niveau) for n in noeud)
    return _MASQUES[valeurs.dtype.kind](valeurs, _du_genre(np.ndarray, masque))


def _lire_categories(noeud: list, message: _Message, niveau: int) -> pd.Categorical:
    _, codes, etiquettes, ordonnees = noeud
    etiquettes = _du_genre(_GENRES_D_INDEX, _lire(etiquettes, message, niveau))
    _exiger(_partageables(etiquettes))
    codes = _du_genre(np.ndarray, _lire(codes, message, niveau))
    return pd.Categorical.from_codes(codes, etiquettes, ordered=_du_genre(bool, ordonnees))


def _lire_tableau_en_fuseau(noeud: list, message: _Message, niveau: int) -> Any:
    _, bloc, fuseau = noeud
    instants = pd.DatetimeIndex(_du_genre(np.ndarray, _lire(bloc, message, niveau)))
    return instants.tz_localize(UTC).tz_convert(_lire_fuseau(fuseau)).array


def _lire_intervalles(noeud: list, message: _Message, niveau: int) -> Any:
    _, gauche, droite, cote = noeud
    bornes = (_lire_valeurs(gauche, message, niveau), _lire_valeurs(droite, message, niveau))
    return pd.arrays.IntervalArray.from_arrays(*bornes, closed=cote)


def _lire_periodes(noeud: list, message: _Message, niveau: int) -> Any:
    _, rangs, frequence = noeud
    nature = pd.PeriodDtype(_frequence_lue(frequence, message))
    return pd.arrays.PeriodArray(_du_genre(np.ndarray, _lire(rangs, message, niveau)), dtype=nature)


def _lire_valeurs(noeud: list, message: _Message, niveau: int) -> Any:
    valeurs = _lire(noeud, message, niveau)
    _exiger(type(valeurs) in _GENRES_DE_TABLEAUX and len(valeurs.shape) == 1)
    return valeurs


def _nature(valeurs: Any) -> Any:
    """`object` se dit, sinon pandas devine des textes."""
    return object if valeurs.dtype == object else None


def _lire_etendue(noeud: list, message: _Message, niveau: int) -> pd.RangeIndex:
    _, debut, fin, pas, nom = noeud
    message.compter(lourds=1)
    _taille((len(range(debut, fin, pas)),))
    return pd.RangeIndex(debut, fin, pas, name=_lire(nom, message, niveau))


def _lire_index(noeud: list, message: _Message, niveau: int) -> pd.Index:
    _, valeurs, nom, frequence = noeud
    valeurs = _lire_valeurs(valeurs, message, niveau)
    index = pd.Index(valeurs, dtype=_nature(valeurs), name=_lire(nom, message, niveau), tupleize_cols=False)
    if frequence is None:
        return index
    _exiger(len(index) <= LIGNES_D_UNE_FREQUENCE)
    return _du_genre((pd.DatetimeIndex, pd.TimedeltaIndex), index)._with_freq(_frequence_lue(frequence, message))


def _lire_index_multiple(noeud: list, message: _Message, niveau: int) -> pd.MultiIndex:
    _, etages, codes, noms = noeud
    etages, codes = _lire_tous(etages, message, niveau), _lire_tous(codes, message, niveau)
    _exiger(all(type(e) in _GENRES_D_INDEX and _partageables(e) for e in etages))
    _exiger(all(type(c) is np.ndarray and c.dtype.kind == "i" and c.ndim == 1 for c in codes))
    return pd.MultiIndex(etages, codes, names=_lire_tous(noms, message, niveau))


def _lire_colonne(noeud: list, message: _Message, niveau: int) -> pd.Series:
    _, valeurs, index, nom = noeud
    valeurs = _lire_valeurs(valeurs, message, niveau)
    index = _du_genre(_GENRES_D_INDEX, _lire(index, message, niveau))
    return pd.Series(valeurs, index=index, name=_lire(nom, message, niveau), dtype=_nature(valeurs), copy=False)


def _lire_table(noeud: list, message: _Message, niveau: int) -> pd.DataFrame:
    _, index, etiquettes, *colonnes = noeud
    message.compter(lourds=len(colonnes))
    index, etiquettes = (_du_genre(_GENRES_D_INDEX, _lire(n, message, niveau)) for n in (index, etiquettes))
    valeurs = dict(enumerate(_lire_valeurs(c, message, niveau) for c in colonnes))
    for rang, valeur in valeurs.items():
        if _nature(valeur) is object:
            valeurs[rang] = pd.Series(valeur, index=index, dtype=object, copy=False)
    table = pd.DataFrame(valeurs, index=index, copy=False)
    table.columns = etiquettes
    return table


# --- les tables : ce que l'on sait dire, et rien d'autre

NIVEAUX_LUS = 5 * NIVEAUX
_COMPOSES = {list, dict}
_RIEN, _ENTIER, _TEXTE = id(type(None)), id(int), id(str)
_TELS_QUELS = {_RIEN, id(bool), id(float)}
_PLATS = {*_TELS_QUELS, _ENTIER, _TEXTE}
_BASES = {base.__name__: base for base in (str, int, float, list, tuple, set, frozenset, dict)}
_NUMPY = {lettre: np.dtype(lettre).type for lettre in "?bhilqBHILQefdgFDUS"}
_LETTRES = {id(genre): lettre for lettre, genre in _NUMPY.items()}
_EN_TEXTE = (np.str_, np.bytes_)
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
_VUES = (type(v) for d in ({}, OrderedDict()) for v in (d.keys(), d.values()))
_NOMS_DES_DEROULES = {id(genre): genre.__name__ for genre in (GeneratorType, map, filter, zip, *_VUES)}
_GENRES_D_INDEX = (
    *(pd.Index, pd.RangeIndex, pd.MultiIndex, pd.DatetimeIndex, pd.TimedeltaIndex),
    *(pd.CategoricalIndex, pd.IntervalIndex, pd.PeriodIndex),
)
_INDEX = set(map(id, _GENRES_D_INDEX))
_MASQUES = {
    **dict.fromkeys("iu", pd.arrays.IntegerArray),
    **{"f": pd.arrays.FloatingArray, "b": pd.arrays.BooleanArray},
}
_SEULS = {
    np.ndarray: _bloc,
    pd.arrays.StringArray: _chaines,
    pd.arrays.ArrowStringArray: _chaines,
    **dict.fromkeys(_MASQUES.values(), _masque),
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
_GENRES_DE_TABLEAUX = {*_SEULS, *_DANS_UNE_COLONNE}
_AUTRES_TABLEAUX = {id(pd.arrays.SparseArray), id(pd.arrays.ArrowExtensionArray)} & set()
_COMPOSITES = {
    **_SEULS,
    **dict.fromkeys(_GENRES_D_INDEX, _index),
    **{pd.Series: _colonne, pd.DataFrame: _table, date: _date, datetime: _moment, timedelta: _duree},
    **{pd.Timestamp: _instant, pd.Timedelta: _ecart, pd.Interval: _intervalle, pd.Period: _periode},
    **{np.datetime64: _temps, np.timedelta64: _temps},
}
_CONSTANTES = {"points": ..., "NA": pd.NA, "NaT": pd.NaT}
_ECRIVAINS: dict[int, Callable[[Any, _Message, int], Any]] = {
    **{id(str): _texte, id(int): _entier, id(float): lambda v, message, niveau: float.__float__(v)},
    id(list): _suite_de("liste", list.__iter__),
    id(tuple): _suite_de("tuple", tuple.__iter__),
    id(set): _suite_de("set", set.__iter__),
    id(frozenset): _suite_de("frozenset", frozenset.__iter__),
    id(dict): _dictionnaire,
    **dict.fromkeys(_NOMS_DES_DEROULES, _deroule),
    **dict.fromkeys(_LETTRES, _nombre),
    **{id(genre): _avec_repli(ecrire) for genre, ecrire in _COMPOSITES.items()},
    **{id(type(c)): (lambda v, message, niveau, nom=nom: [nom]) for nom, c in _CONSTANTES.items()},
}
_SANS_CONTENU = {
    *(_TELS_QUELS | {_ENTIER}),
    *(id(genre) for genre in (date, datetime, timedelta, pd.Timestamp, pd.Timedelta, type(pd.NA), type(pd.NaT))),
    *(i for i, lettre in _LETTRES.items() if lettre not in "US"),
}
_LECTEURS: dict[str, Callable[[list, _Message, int], Any]] = {
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
    **{nom: (lambda noeud, message, niveau, c=c: c) for nom, c in _CONSTANTES.items()},
}


# --- la prise


class Canal:
    """Des valeurs qui vont et viennent sur une prise connectée ; plusieurs fils peuvent envoyer, un seul reçoit."""

    def __init__(self, prise: socket.socket, octets_max: int = 96 * 2**20) -> None:
        self._prise, self._octets_max, self._recus = prise, octets_max, bytearray()
        prise.setblocking(True)
        self.apres_fork()

    def apres_fork(self) -> None:
        """Dans l'enfant : un verrou neuf, car celui du parent était peut-être pris."""
        self._verrou = threading.Lock()

    def envoyer(self, valeur: Any, secondes: float | None = None) -> None:
        """Envoie une valeur ; si l'autre ne lit pas assez vite, lève `TimeoutError` et ferme (un message est coupé)."""
        corps = coder(valeur)
        with self._verrou:
            fin = _echeance(secondes)
            for morceau in (_NOYAU.pack(len(corps)) + corps,):
                self._pousser(memoryview(morceau), fin)

    def _pousser(self, reste: memoryview, fin: float | None) -> None:
        while reste:
            try:
                reste = reste[self._prise.send(reste, socket.MSG_DONTWAIT) :]
            except BlockingIOError:
                try:
                    self._attendre(select.POLLOUT, fin)
                except TimeoutError:
                    self.fermer()
                    raise
            except OSError as erreur:
                raise CanalFerme("L'autre processus n'écoute plus.") from erreur

    def recevoir(self, secondes: float | None = None) -> Any:
        """La valeur suivante ; `TimeoutError` si elle n'est pas entière à temps (ce qui est venu est gardé)."""
        fin = _echeance(secondes)
        self._remplir(_NOYAU.size, fin)
        (longueur,) = _NOYAU.unpack_from(self._recus)
        if longueur > self._octets_max:
            raise MessageIllisible("Un message de l'autre processus annonce une taille démesurée.")
        total = _NOYAU.size + longueur
        self._remplir(total, fin)
        corps = bytes(memoryview(self._recus)[_NOYAU.size : total])
        del self._recus[:total]
        return decoder(corps)

    def _remplir(self, taille: int, fin: float | None) -> None:
        """Reçoit jusqu'à avoir `taille` octets ; rien n'est réservé d'après la taille annoncée."""
        while len(self._recus) < taille:
            try:
                morceau = self._prise.recv(min(taille - len(self._recus), 2**18), socket.MSG_DONTWAIT)
            except BlockingIOError:
                self._attendre(select.POLLIN, fin)
                continue
            except OSError as erreur:
                raise CanalFerme("L'autre processus s'est arrêté.") from erreur
            if not morceau:
                raise CanalFerme("L'autre processus s'est arrêté.")
            self._recus += morceau

    def _attendre(self, evenement: int, fin: float | None) -> None:
        guetteur = select.poll()
        try:
            guetteur.register(self._prise, evenement)
        except ValueError as erreur:
            raise CanalFerme("Ce canal est fermé.") from erreur
        reste = None if fin is None else max(0, math.ceil((fin - time.monotonic()) * 1000))
        if not guetteur.poll(reste):
            raise TimeoutError("L'autre processus n'a pas répondu à temps.")

    def fermer(self) -> None:
        """Ferme la prise ; l'autre bout le voit."""
        self._prise.close()

    def fileno(self) -> int:
        """Le descripteur de la prise, pour `select`."""
        return self._prise.fileno()


def _echeance(secondes: float | None) -> float | None:
    return None if secondes is None else time.monotonic() + secondes
