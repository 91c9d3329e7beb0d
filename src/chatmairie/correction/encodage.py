"""Ce qui passe entre le correcteur et le processus de l'élève : un encodage fermé et plafonné, dans les deux sens.

Un message est un arbre JSON : un scalaire y est tel quel, un dictionnaire à clés texte aussi ; tout le reste est une
liste [balise, *parts]. `coder` ne lit que le type réel (`type`) et n'appelle que les méthodes des types de base ; il
compare des `id` de types, car une métaclasse peut redéfinir `==` et `hash`. `decoder` lit des octets hostiles : il ne
construit que les types de ses tables, et ne dépense qu'à proportion de ce qu'il a reçu. `Canal` porte ces messages.
"""

from __future__ import annotations

import binascii
import json
import math
import re
import select
import socket
import sys
import threading
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.juge.appels import refaire
from chatmairie.juge.donnee_simple import ELEMENTS_MAX
from chatmairie.juge.formes import DEROULABLES, ELEMENTS_D_UNE_LISTE

BUDGET, ELEMENT, OBJET, LOURD = 72 * 2**20, 32, 400, 6000
"""Ce qu'un message peut coûter, et ce que coûtent un élément, un tableau, un objet de pandas ; un caractère : 3."""
OCTETS_MAX, OUVRANTS_MAX = 80 * 2**20, 4_000_000
"""D'un message : ses octets, et ses « [ » et « { », car chacun fait naître un objet bien plus gros que lui."""
NIVEAUX, NIVEAU_ENTIER = 100, 3
"""Une valeur plus emboîtée est dite sans fin ; trop grosse, et jusqu'à ce niveau-ci, elle est remplacée seule."""
BITS_MAX = 62
"""Un entier plus grand est coupé (`simplifier` le refuse) : bien choisis, de tels entiers ont tous le même `hash`."""
LONGUEUR, TEXTE_MAX, NOM_MAX, LIGNES_MAX, COLLISIONS_MAX = 4, 20_000_000, 100, 250_000, 100
_DE_NUMPY = re.compile(r"\|b1|[<>|][iu][1248]|[<>]f[248]|[<>][mM]8\[(Y|M|W|D|h|m|s|ms|us|ns)\]")
_DE_PANDAS = re.compile(r"str|string|U?Int\d\d?|Float\d\d|boolean")
_ECRIRE = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
_LIRE = json.JSONDecoder(parse_constant=float).decode  # un `nan` neuf à chaque fois : deux clés `nan` restent deux
_TELS_QUELS = {id(type(None)), id(bool), id(float)}
_PLATS = {*_TELS_QUELS, id(int), id(str)}
_SIMPLES = (str, int, float, bool, type(None))
_NOM = type.__dict__["__name__"].__get__


class MessageIllisible(ValueError):
    """Ces octets ne sont pas un message de ce protocole."""


class Inconnu:
    """Ce qui reste d'un objet qui ne voyage pas : le nom de son type, rien d'autre."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"un objet de type « {type(self).__name__} »"


def exiger(vrai: bool) -> None:
    """Arrête la lecture, ou la description de cet objet, si ce n'est pas vrai."""
    if not vrai:
        raise MessageIllisible("Ce n'est pas la forme attendue.")


class _Compte:
    """Ce qu'il reste du budget d'un message, et les objets que l'on est en train de parcourir."""

    def __init__(self) -> None:
        self.reste = BUDGET
        self.chemin: set[int] = set()

    def payer(self, cout: int) -> None:
        self.reste -= cout
        if self.reste < 0:
            raise MemoryError("Un message trop gros.")


def coder(valeur: Any) -> bytes:
    """Les octets de `valeur`, quelle qu'elle soit ; ne lève que ce que lève un générateur de l'élève, déroulé ici."""
    return _ECRIRE(_noeud(valeur, _Compte(), 0)).encode("utf-8", "surrogatepass")


def _noeud(valeur: Any, compte: _Compte, niveau: int) -> Any:
    compte.payer(ELEMENT)
    if id(type(valeur)) in _TELS_QUELS:
        return valeur
    if niveau > NIVEAUX or id(valeur) in compte.chemin:
        return ["boucle"]
    reste = compte.reste
    try:
        return _ecrire(valeur, compte, niveau)
    except MemoryError:  # celle de Python, ou le budget dépassé
        if niveau > NIVEAU_ENTIER:
            raise
        compte.reste = reste // 2  # le travail, de moitié en moitié, reste borné
        return ["trop"]


def _ecrire(valeur: Any, compte: _Compte, niveau: int) -> Any:
    genre = type(valeur)
    if id(genre) in _IDS_DES_BASES:
        return _de_base(valeur, genre, compte, niveau)
    if id(genre) in DEFAIRE:
        return _defait(valeur, compte, niveau)
    for base in BASES:
        if issubclass(genre, base):
            return ["sous", _nom(genre, compte), _de_base(valeur, base, compte, niveau + 1)]
    if genre is memoryview:
        compte.payer(len(valeur) * 4 // 3)
        return binascii.b2a_base64(valeur, newline=False).decode("ascii")
    if id(genre) in map(id, DEROULABLES):  # ici seulement, du code de l'élève s'exécute
        compte.payer(OBJET + 2 * ELEMENT)
        elements = _elements(valeur, list(islice(valeur, ELEMENTS_D_UNE_LISTE)), compte, niveau + 1)
        return ["deroule", genre.__name__, ["list", *elements]]
    if genre is getattr(sys.modules.get("IPython.core.display"), "HTML", None) and type(valeur.data) is str:
        return ["sous", "HTML", _de_base(valeur.data, str, compte, niveau)]  # se lit comme un texte
    return ["inconnu", _nom(genre, compte)]


def _nom(genre: type, compte: _Compte) -> str:
    compte.payer(3 * OBJET + 2 * ELEMENT)
    return "".join(c if c.isprintable() else "?" for c in str.__str__(_NOM(genre))[:NOM_MAX])


def _defait(valeur: Any, compte: _Compte, niveau: int) -> list:
    """La balise et les parts ; une part n'est jamais « trop grosse » seule : qui refait l'objet en attend le type."""
    try:
        balise, *parts = DEFAIRE[id(type(valeur))](valeur)
        exiger(all(id(type(p)) in _PARTS for p in parts))
    except MemoryError:
        raise
    except Exception:  # un objet abîmé, ou qui contient ce que l'on ne sait pas dire
        return ["inconnu", _nom(type(valeur), compte)]
    compte.payer(REFAIRE[balise][0])
    return [balise, *(_noeud(p, compte, niveau + NIVEAU_ENTIER + 1) for p in parts)]


def _de_base(valeur: Any, base: type[Any], compte: _Compte, niveau: int) -> Any:
    if base is str:
        texte = str.__str__(valeur)[:TEXTE_MAX]
        compte.payer(3 * len(texte))
        return texte
    if base is int:
        entier = int.__int__(valeur)
        return entier if entier.bit_length() <= BITS_MAX else (2 if entier > 0 else -2) ** 61
    if base is float:
        return float.__float__(valeur)
    if base is dict:
        return _dictionnaire(valeur, compte, niveau)
    return [base.__name__, *_elements(valeur, [*base.__iter__(valeur)], compte, niveau)]


def _dictionnaire(valeur: dict, compte: _Compte, niveau: int) -> Any:
    """Un objet de JSON si toutes les clés sont des textes ; sinon, les clés d'un côté, les valeurs de l'autre."""
    noms = [*dict.__iter__(valeur)]
    composees = not set(map(id, map(type, noms))) <= {id(str)}
    compte.payer(2 * ELEMENT * composees)
    noeuds = _elements(valeur, noms, compte, niveau + 1)
    contenus = _elements(valeur, [*dict.values(valeur)], compte, niveau + composees)
    return ["dict", ["list", *noeuds], ["list", *contenus]] if composees else dict(zip(noms, contenus, strict=True))


def _elements(contenant: Any, elements: list, compte: _Compte, niveau: int) -> list:
    """Les nœuds des éléments ; d'un coup quand tous sont des scalaires de JSON."""
    genres = set(map(id, map(type, elements)))
    if genres <= _PLATS and _entiers_courts(elements if id(int) in genres else []):
        compte.payer(ELEMENT * len(elements))
        if id(str) in genres:
            textes = elements if len(genres) == 1 else [e for e in elements if type(e) is str]
            compte.payer(3 * sum(map(len, textes)))
        return elements
    compte.chemin.add(id(contenant))
    try:
        return [_noeud(e, compte, niveau + 1) for e in elements]
    finally:
        compte.chemin.discard(id(contenant))


def _entiers_courts(elements: list) -> bool:
    return max((e.bit_length() for e in elements if type(e) is int), default=0) <= BITS_MAX


def decoder(octets: bytes | memoryview) -> Any:
    """La valeur que disent ces octets. Lève `MessageIllisible` s'ils ne disent rien, et rien d'autre."""
    try:
        octets = bytes(octets)
        exiger(len(octets) <= OCTETS_MAX and octets.count(b"[") + octets.count(b"{") <= OUVRANTS_MAX)
        return _lire_tous([_LIRE(octets.decode("utf-8", "surrogatepass"))], _Compte(), 0)[0]
    except Exception as erreur:
        raise MessageIllisible("Un message de l'autre processus n'a pas la forme attendue.") from erreur


def _lire(noeud: list | dict, compte: _Compte, niveau: int) -> Any:
    if type(noeud) is dict:
        return dict(zip(noeud, _lire_tous([*noeud.values()], compte, niveau), strict=True))
    cout, admis, faire = REFAIRE[noeud[0]]
    compte.payer(cout)
    parts = _lire_tous(noeud[1:], compte, niveau)
    if admis is None:
        return faire(parts)
    if any(id(_BOUCLE) in map(id, suite) for suite in (parts, *(p for p in parts if type(p) is list))):
        return _BOUCLE
    exiger(all(type(p) in a for p, a in zip(parts, admis, strict=True)))
    return faire(*parts)


def _lire_tous(noeuds: list, compte: _Compte, niveau: int) -> list:
    compte.payer(ELEMENT * len(noeuds))
    exiger(niveau <= NIVEAUX + 10)
    genres = set(map(type, noeuds))
    exiger(int not in genres or _entiers_courts(noeuds))
    if genres.isdisjoint((list, dict)):
        return noeuds
    return [_lire(n, compte, niveau + 1) if type(n) in (list, dict) else n for n in noeuds]


BASES = (str, int, float, list, tuple, set, frozenset, dict)
_IDS_DES_BASES = set(map(id, BASES))
_DEROULES = {genre.__name__: genre for genre in DEROULABLES}


@lru_cache(maxsize=4096)
def _fabriquer(base: type, nom: str) -> type:
    exiger(len(nom) <= NOM_MAX and nom.isprintable())
    # Celle de l'élève en avait peut-être un, et servait de clé.
    empreinte = object.__hash__ if base.__hash__ is None else base.__hash__
    return type(nom, (base,), {"__slots__": (), "__module__": "eleve", "__doc__": None, "__hash__": empreinte})


def _cles(elements: list) -> list:
    """Des clés : trop de clés du même `hash` rendraient un dictionnaire quadratique."""
    exiger(len(elements) - len(set(map(hash, elements))) <= COLLISIONS_MAX)
    return elements


def _deroule(nom: str, elements: list) -> Any:
    genre = _DEROULES[nom]
    exiger(genre is not zip or all(type(e) is tuple for e in elements))
    return refaire(genre, _cles(elements) if nom == "dict_keys" else elements)


def _mesurer(forme: Any, cases_max: int) -> int:
    """Le nombre de cases ; ni trop de cases, ni trop de lignes (même vides : `tolist` les fabrique)."""
    exiger(all(type(cote) is int and cote >= 0 for cote in forme))
    lignes = math.prod(max(1, cote) for cote in forme[:-1])
    if len(forme) > 8 or lignes > LIGNES_MAX or lignes * max(1, 1, *forme[-1:]) > cases_max:
        raise MemoryError("Un tableau trop gros.")
    return math.prod(forme)


def _defaire_tableau(tableau: np.ndarray) -> list:
    """Ses octets, ou ses objets un à un."""
    if _DE_NUMPY.fullmatch(nature := tableau.dtype.str):
        _mesurer(tableau.shape, BUDGET // tableau.dtype.itemsize)
        return ["bloc", nature, list(tableau.shape), memoryview(tableau.tobytes())]
    _mesurer(tableau.shape, ELEMENTS_MAX)
    return ["bloc", "O", list(tableau.shape), tableau.astype(object).ravel().tolist()]


def _bloc(nature: str, forme: list, contenu: str | list) -> np.ndarray:
    if isinstance(contenu, list):
        exiger(_mesurer(forme, ELEMENTS_MAX) == len(contenu))
        return np.fromiter(contenu, dtype=object, count=len(contenu)).reshape(forme)
    exiger(_DE_NUMPY.fullmatch(nature) is not None)
    octets, case = bytearray(binascii.a2b_base64(contenu)), np.dtype(nature).itemsize
    exiger(len(octets) == case * _mesurer(forme, BUDGET // case))
    return np.ndarray(forme, "u1", octets).astype(bool) if nature == "|b1" else np.ndarray(forme, nature, octets)


def _defaire_moment(moment: pd.Timestamp) -> list:
    return ["moment", np.array([moment.asm8]), "" if moment.tz is None else str(moment.tz)]


def _moment(tableau: np.ndarray, fuseau: str) -> pd.Timestamp:
    return pd.Timestamp(tableau[0]) if not fuseau else _fuseau(tableau, fuseau)[0]


def _fuseau(tableau: np.ndarray, fuseau: str) -> Any:
    """Une colonne de dates dans ce fuseau ; `tableau` est à l'heure universelle."""
    exiger(_FUSEAU.fullmatch(fuseau) is not None and tableau.dtype.kind == "M" and tableau.ndim == 1)
    return pd.DatetimeIndex(tableau, tz="UTC").tz_convert(fuseau).array


def _defaire_date(jour: date) -> list:
    exiger(type(getattr(jour, "tzinfo", None)) in (type(None), timezone))  # un autre fuseau serait du code de l'élève
    return [type(jour).__name__, jour.isoformat()]


def _categories(codes: np.ndarray, etiquettes: pd.Index, ordre: bool) -> pd.Categorical:
    exiger(tuple not in set(map(type, etiquettes)))
    return pd.Categorical.from_codes(codes, etiquettes, ordered=ordre)


_AVEC_MANQUANTS = [getattr(pd.arrays, f"{n}Array") for n in ("String", "ArrowString", "Integer", "Floating", "Boolean")]
_SUPPORTS = {np.ndarray, *_AVEC_MANQUANTS, pd.Categorical, pd.arrays.DatetimeArray}
_FUSEAU = re.compile(r"[A-Za-z][\w+:/-]{0,60}")
_AUTRES = ("NumpyExtension", "Datetime", "Timedelta", "Interval", "Period", "Sparse")
_EN_NUMPY = [getattr(pd.arrays, f"{nom}Array") for nom in _AUTRES]
_GENRES_D_INDEX = ("", "Range", "Multi", "Datetime", "Timedelta", "Categorical", "Interval", "Period")
_INDEX = {getattr(pd, f"{genre}Index") for genre in _GENRES_D_INDEX}


def _support(tableau: Any) -> Any:
    """Les valeurs d'une colonne ou d'un index, dans un type qui voyage."""
    genre = type(tableau)
    if genre is pd.Categorical or (genre is pd.arrays.DatetimeArray and tableau.tz is not None):
        return tableau
    exiger(id(genre) in map(id, (*_AVEC_MANQUANTS, *_EN_NUMPY)))
    return tableau if id(genre) in map(id, _AVEC_MANQUANTS) else np.asarray(tableau)


def _defaire_avec_manquants(tableau: Any) -> list:
    return ["avec_manquants", str(tableau.dtype), tableau.to_numpy(object, na_value=None).tolist()]


def _avec_manquants(nom: str, simples: list) -> Any:
    exiger(_DE_PANDAS.fullmatch(nom) is not None)
    exiger(all(issubclass(genre, _SIMPLES) for genre in set(map(type, simples))))
    return pd.array(simples, dtype=nom)


def _defaire_index(index: pd.Index) -> list:
    if type(index) is pd.RangeIndex:
        _mesurer((len(index),), ELEMENTS_MAX)
        return ["etendue", index.start, index.stop, index.step, [index.name]]
    if type(index) is pd.MultiIndex:
        return ["multiple", [pd.Series(index.get_level_values(rang)) for rang in range(index.nlevels)]]
    return ["index", _support(index.array), [index.name]]


def _etendue(debut: int, fin: int, pas: int, nom: list) -> pd.RangeIndex:
    _mesurer((len(range(debut, fin, pas)),), ELEMENTS_MAX)
    return pd.RangeIndex(debut, fin, pas, name=nom[0])


def _multiple(etages: list) -> pd.MultiIndex:
    exiger(all(type(e) is pd.Series and tuple not in set(map(type, e)) for e in etages))  # leurs `hash` se choisissent
    return pd.MultiIndex.from_arrays(etages)


def _colonne(valeurs: Any, index: pd.Index, nom: list) -> pd.Series:
    exiger(valeurs.ndim == 1)
    return pd.Series(valeurs, index=index, name=nom[0], dtype=valeurs.dtype, copy=False)


def _table(index: pd.Index, etiquettes: pd.Index, colonnes: list) -> pd.DataFrame:
    exiger(all(type(c) in _SUPPORTS and c.ndim == 1 for c in colonnes))
    colonnes = [_colonne(c, index, [None]) if c.dtype == object else c for c in colonnes]  # sinon pandas devine
    table = pd.DataFrame(dict(enumerate(colonnes)), index=index, copy=False)
    table.columns = etiquettes
    return table


_NOMBRES = {lettre: np.dtype(lettre).type for lettre in "?bhilqBHILQefd"}
_CONSTANTES = {"points": ..., "NA": pd.NA, "NaT": pd.NaT}
_DEFAIRE: dict[type, Callable[..., list]] = {
    **{type(c): lambda _c, nom=nom: [nom] for nom, c in _CONSTANTES.items()},
    **{genre: lambda n, lettre=lettre: ["nombre", lettre, n.item()] for lettre, genre in _NOMBRES.items()},
    **{np.dtype(lettre).type: lambda n: ["element", np.array([n])] for lettre in "FDSmM"},
    date: _defaire_date,
    datetime: _defaire_date,
    timedelta: lambda d: ["timedelta", d.days, d.seconds, d.microseconds],
    pd.Timestamp: _defaire_moment,
    pd.Timedelta: lambda d: ["ecart", np.array([d.asm8])],
    pd.Categorical: lambda c: ["categories", c.codes, c.categories, bool(c.ordered)],
    pd.arrays.DatetimeArray: lambda t: ["fuseau", np.asarray(t.tz_convert("UTC").tz_localize(None)), str(t.tz)],
    np.ndarray: _defaire_tableau,
    **dict.fromkeys(_AVEC_MANQUANTS, _defaire_avec_manquants),
    **dict.fromkeys(_INDEX, _defaire_index),
    pd.Series: lambda c: ["colonne", _support(c.array), c.index, [c.name]],
    pd.DataFrame: lambda t: ["table", t.index, t.columns, [_support(c.array) for _, c in t.items()]],
}
DEFAIRE = {id(genre): defaire for genre, defaire in _DEFAIRE.items()}
"""`id` d'un type -> [balise, *parts] ; tout autre type (intervalles, modèles…) n'est plus que son nom."""
_PARTS = {*DEFAIRE, *_PLATS, id(list), id(memoryview)}
_TROP: Any = 0  # petite, mais plus de `ELEMENTS_MAX` une fois dépliée
for _ in range(7):
    _TROP = [_TROP] * 8
_BOUCLE: list = []
_BOUCLE.append(_BOUCLE)
REFAIRE: dict[str, tuple[int, tuple[set[type], ...] | None, Callable[..., Any]]] = {
    **{nom: (0, (), lambda c=c: c) for nom, c in {**_CONSTANTES, "trop": _TROP, "boucle": _BOUCLE}.items()},
    **{suite.__name__: (0, None, suite) for suite in (list, tuple)},
    **{genre.__name__: (0, None, lambda elements, genre=genre: genre(_cles(elements))) for genre in (set, frozenset)},
    "dict": (0, ({list}, {list}), lambda noms, valeurs: dict(zip(_cles(noms), valeurs, strict=True))),
    "sous": (3 * OBJET, ({str}, set(BASES)), lambda nom, contenu: _fabriquer(contenu.__class__, nom)(contenu)),
    "inconnu": (3 * OBJET, ({str},), lambda nom: _fabriquer(Inconnu, nom)()),
    "deroule": (OBJET, ({str}, {list}), _deroule),
    "nombre": (0, ({str}, {bool, int, float}), lambda lettre, simple: _NOMBRES[lettre](simple)),
    "element": (0, ({np.ndarray},), lambda tableau: tableau[0]),
    "date": (OBJET, ({str},), date.fromisoformat),
    "datetime": (OBJET, ({str},), datetime.fromisoformat),
    "timedelta": (OBJET, ({int}, {int}, {int}), timedelta),
    "moment": (LOURD, ({np.ndarray}, {str}), _moment),
    "ecart": (LOURD, ({np.ndarray},), lambda tableau: pd.Timedelta(tableau[0])),
    "categories": (LOURD, ({np.ndarray}, _INDEX, {bool}), _categories),
    "fuseau": (LOURD, ({np.ndarray}, {str}), _fuseau),
    "bloc": (OBJET, ({str}, {list}, {str, list}), _bloc),
    "avec_manquants": (LOURD, ({str}, {list}), _avec_manquants),
    "etendue": (LOURD, ({int}, {int}, {int}, {list}), _etendue),
    "index": (LOURD, (_SUPPORTS, {list}), lambda v, nom: pd.Index(v, dtype=v.dtype, name=nom[0], tupleize_cols=False)),
    "multiple": (LOURD, ({list},), _multiple),
    "colonne": (LOURD, (_SUPPORTS, _INDEX, {list}), _colonne),
    "table": (LOURD, (_INDEX, _INDEX, {list}), _table),
}
"""Balise -> coût, types admis de chaque part (None : des éléments, quels qu'ils soient), ce qui les assemble."""


class CanalFerme(ConnectionError):
    """Il n'y a plus personne à l'autre bout."""


class Canal:
    """Des valeurs qui vont et viennent sur une prise connectée ; plusieurs fils peuvent envoyer, un seul reçoit.

    codes : comment écrire et lire un message, si ce n'est par l'encodage fermé (entre deux processus de confiance).
    """

    def __init__(
        self, prise: socket.socket, octets_max: int = OCTETS_MAX, codes: tuple[Any, Any] = (coder, decoder)
    ) -> None:
        self._prise, self._verrou, self._octets_max = prise, threading.Lock(), octets_max
        self._recus, self._a_envoyer = bytearray(), bytearray()
        self._coder, self._decoder = codes
        prise.setblocking(True)

    def envoyer(self, valeur: Any, secondes: float | None = None) -> None:
        """Envoie une valeur ; si l'autre ne lit pas assez vite, lève `TimeoutError` et ferme (un message est coupé)."""
        corps, fin = self._coder(valeur), None if secondes is None else time.monotonic() + secondes
        with self._verrou:
            self._a_envoyer += len(corps).to_bytes(LONGUEUR) + corps
            try:
                while self._a_envoyer:  # interrompu par une alarme, un message finit de partir avec le suivant
                    del self._a_envoyer[: self._des_que(select.POLLOUT, self._prise.send, self._a_envoyer, fin)]
            except TimeoutError:
                self.fermer()
                raise

    def recevoir(self, secondes: float | None = None) -> Any:
        """La valeur suivante ; `TimeoutError` si elle n'est pas entière à temps (ce qui est venu est gardé)."""
        fin = None if secondes is None else time.monotonic() + secondes
        self._remplir(LONGUEUR, fin)
        total = LONGUEUR + int.from_bytes(self._recus[:LONGUEUR])
        if total > self._octets_max + LONGUEUR:
            raise MessageIllisible("Un message de l'autre processus annonce une taille démesurée.")
        self._remplir(total, fin)
        corps = bytes(memoryview(self._recus)[LONGUEUR:total])
        del self._recus[:total]
        return self._decoder(corps)

    def _remplir(self, taille: int, fin: float | None) -> None:
        while (reste := taille - len(self._recus)) > 0:  # rien n'est réservé d'après la taille annoncée
            morceau = self._des_que(select.POLLIN, self._prise.recv, min(reste, 2**18), fin)
            if not morceau:
                raise CanalFerme("L'autre processus s'est arrêté.")
            self._recus += morceau

    def _des_que(self, evenement: int, action: Callable[[Any, int], Any], quoi: Any, fin: float | None) -> Any:
        """Ce que rend `action(quoi)` dès que la prise le permet."""
        while True:
            try:
                return action(quoi, socket.MSG_DONTWAIT)
            except BlockingIOError:
                guetteur = select.poll()
                guetteur.register(self._prise, evenement)
                if not guetteur.poll(None if fin is None else max(0, math.ceil((fin - time.monotonic()) * 1000))):
                    raise TimeoutError("L'autre processus n'a pas répondu à temps.") from None
            except OSError as erreur:
                raise CanalFerme("L'autre processus s'est arrêté.") from erreur

    def fermer(self) -> None:
        """Ferme la prise ; l'autre bout le voit."""
        self._prise.close()
