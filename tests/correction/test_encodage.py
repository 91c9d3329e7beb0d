"""Ce qui passe entre le correcteur et le processus de l'élève : la même valeur, la même phrase, jamais du code."""

from __future__ import annotations

import enum
import json
import math
import re
import socket
import struct
import sys
import threading
import time
import traceback
from collections import Counter, OrderedDict, defaultdict, namedtuple
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatmairie.correction import encodage_commun
from chatmairie.correction.encodage import Canal, CanalFerme, MessageIllisible, coder, decoder
from chatmairie.donnee_simple import ELEMENTS_MAX, simplifier
from chatmairie.exercice import FormeInattendue
from chatmairie.formes import decrire, liste

Point = namedtuple("Point", "x y")


class Couleur(enum.IntEnum):
    ROUGE = 1


class Mention(str):
    pass


class Mesure(float):
    pass


class Pile(list):
    pass


class Sac(set):
    pass


class Tableau(pd.DataFrame):
    pass


class Reel(np.float64):
    pass


def _essais(nombre: int) -> Any:
    return settings(
        max_examples=nombre, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )


def _lue(valeur: Any) -> Any:
    return decoder(coder(valeur))


def _simple(valeur: Any) -> tuple[str, Any]:
    """Ce qu'un contrôle reçoit : la donnée (écrite, pour que `nan` vaille `nan`), ou la phrase."""
    try:
        return "donnée", repr(simplifier(valeur))
    except FormeInattendue as refus:
        return "phrase", str(refus)


def _pareille(valeur: Any) -> Any:
    lue = _lue(valeur)
    assert _simple(lue) == _simple(valeur)
    assert decrire(lue) == decrire(valeur)
    return lue


_TEXTES = st.text(st.characters(exclude_categories=()), max_size=8)
_FUSEAUX = st.sampled_from([None, UTC, timezone(timedelta(hours=-3, seconds=5)), ZoneInfo("Europe/Paris")])
_NOMBRES_NUMPY = st.one_of(
    st.sampled_from("bhilqBHILQ").flatmap(
        lambda c: st.integers(int(np.iinfo(c).min), int(np.iinfo(c).max)).map(np.dtype(c).type)
    ),
    st.floats(width=16).map(np.float16),
    st.floats(width=32).map(np.float32),
    st.floats().map(np.float64),
    st.floats().map(np.longdouble),
    st.booleans().map(np.bool_),
    _TEXTES.map(np.str_),
    st.complex_numbers().map(np.complex128),
)
_TEMPS_NUMPY = st.builds(
    lambda genre, n: np.array(n, "i8").view(genre)[()],
    st.sampled_from(["M8[ns]", "M8[D]", "M8[us]", "m8[s]", "m8[ns]", "m8[25m]", "M8[Y]"]),
    st.integers(-(2**40), 2**40) | st.just(-(2**63)),
)
_INSTANTS = st.builds(
    lambda s, fuseau, unite: pd.Timestamp(s, unit="us", tz=fuseau).as_unit(unite),
    st.integers(-(2**52), 2**52),
    _FUSEAUX,
    st.sampled_from(["s", "ms", "us", "ns"]),
)
_DATES = st.one_of(
    st.dates(),
    st.datetimes(timezones=_FUSEAUX, allow_imaginary=False),
    st.timedeltas(),
    _INSTANTS,
    st.integers(-(2**60), 2**60).map(lambda n: pd.Timedelta(n, unit="ns")),
)
_CLES = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.floats(), _TEXTES, st.dates())
_ATOMES = st.one_of(
    _CLES,
    st.integers(),
    st.integers(10**17, 10**19),
    st.integers(2**255, 2**258),
    st.integers(0, 9).map(lambda n: n - 10**6000),
    st.sampled_from([..., pd.NA, pd.NaT, -0.0, "\ud83d\ude00", len, int, re.compile("a"), b"a", 1j]),
    st.sampled_from([Decimal(1), Fraction(1, 3), range(3), type("Élève", (), {})(), object]),
    st.sampled_from([Couleur.ROUGE, Mention("a"), Mesure("nan"), Reel(2.5), np.bytes_(b"a"), pd.Interval(0, 1)]),
    st.sampled_from([pd.Period("2020-01", "M"), np.datetime64("NaT"), Tableau({"a": [1]})]),
    _NOMBRES_NUMPY,
    _TEMPS_NUMPY,
    _DATES,
)


@st.composite
def _tableaux(tirer: Any) -> np.ndarray:
    genre = tirer(st.sampled_from(["?", "i1", ">i4", "u8", "f2", "f4", ">f8", "g", "M8[ns]", "m8[D]", "U3", "O", "S2"]))
    forme = tirer(st.lists(st.integers(0, 3), max_size=3))
    valeurs = tirer(st.lists(st.integers(0, 9), min_size=math.prod(forme), max_size=math.prod(forme)))
    return np.array(valeurs, dtype="i8").astype("U3" if genre in ("U3", "S2") else genre).astype(genre).reshape(forme)


_COLONNES = {
    "entiers": lambda v: np.array(v, dtype="i8"),
    "courts": lambda v: np.array(v, dtype="f4"),
    "oui_non": lambda v: np.array(v) > 4,
    "textes": lambda v: pd.array([None if x > 7 else f"é{x}" for x in v], dtype="str"),
    "textes_na": lambda v: pd.array([None if x > 7 else "\1\0"[: x % 3] for x in v], dtype="string"),
    "nuls": lambda v: pd.array([None if x > 7 else x for x in v], dtype="Int16"),
    "reels_nuls": lambda v: pd.array([None if x > 7 else x / 2 for x in v], dtype="Float64"),
    "bool_nuls": lambda v: pd.array([None if x > 7 else x > 3 for x in v], dtype="boolean"),
    "categories": lambda v: pd.Categorical([None if x > 7 else "abcdefgh"[x] for x in v], list("hgfedcba"), True),
    "classes": lambda v: pd.cut(v, [-1, 3, 6, 9]) if len(v) else pd.Categorical([]),
    "dates": lambda v: pd.DatetimeIndex([pd.NaT if x > 7 else pd.Timestamp(2020, 1, x + 1) for x in v]).as_unit("s"),
    "dates_tz": lambda v: pd.to_datetime(np.array(v, "i8"), unit="D").tz_localize("Europe/Paris").as_unit("ns"),
    "durees": lambda v: pd.to_timedelta(np.array(v, "i8"), unit="h"),
    "mois": lambda v: pd.PeriodIndex.from_ordinals(v, freq="M") if len(v) else np.array([]),
    "objets": lambda v: pd.Series([[x] if x > 8 else None if x > 6 else f"t{x}" for x in v], dtype=object).array,
    "objets_textes": lambda v: pd.Series([None if x > 6 else f"t{x}" for x in v], dtype=object).array,
    "creux": lambda v: np.array(v, dtype="f8"),
}


@st.composite
def _index(tirer: Any, taille: int) -> pd.Index:
    valeurs = tirer(st.lists(st.integers(0, 7), min_size=taille, max_size=taille))
    nom = tirer(st.sampled_from([None, "nom", 3, ("a", 1)]))
    genre = tirer(st.sampled_from(["etendue", "multiple", "frequence", *_COLONNES]))
    if genre == "etendue":
        return pd.RangeIndex(5, 5 + 2 * taille, 2, name=nom)
    if genre == "frequence":
        return pd.date_range("2020-01-31", periods=taille, freq=tirer(st.sampled_from(["D", "ME", "2h", "W-SUN"])))
    if genre == "multiple":
        return pd.MultiIndex.from_arrays([valeurs, [f"e{v}" for v in valeurs]], names=[nom, "b"])
    tableau = _COLONNES[genre](valeurs)
    return pd.Index(tableau, name=nom, dtype=object if tableau.dtype == object else None)


@st.composite
def _tables(tirer: Any) -> pd.DataFrame:
    taille = tirer(st.integers(0, 5))
    genres = tirer(st.lists(st.sampled_from(sorted(_COLONNES)), max_size=5))
    lignes = st.lists(st.integers(0, 9), min_size=taille, max_size=taille)
    index = tirer(_index(taille))
    colonnes = [
        pd.Series(t, index=index, dtype=object if t.dtype == object else None)
        for t in (_COLONNES[g](tirer(lignes)) for g in genres)
    ]
    table = pd.concat(colonnes, axis=1) if colonnes else pd.DataFrame(index=index)
    noms = st.lists(st.sampled_from(["a", "b", 1, ("x", 2)]), min_size=len(genres), max_size=len(genres))
    table.columns = pd.Index(tirer(noms), dtype=object, tupleize_cols=False)
    return table


_PANDAS = st.one_of(
    _tableaux(),
    _tables(),
    st.integers(0, 4).flatmap(_index),
    _tables().filter(lambda t: t.shape[1]).map(lambda t: t.iloc[:, 0]),
    _tables().filter(lambda t: t.shape[1]).map(lambda t: t.iloc[:, 0].array),
)


def _composees(valeurs: st.SearchStrategy) -> st.SearchStrategy:
    suites = st.lists(valeurs, max_size=4)
    dictionnaires = st.dictionaries(_TEXTES | _CLES | st.tuples(_CLES), valeurs, max_size=3)
    return st.one_of(
        suites,
        suites.map(tuple),
        suites.map(Pile),
        dictionnaires,
        st.dictionaries(_TEXTES, valeurs, max_size=3),
        dictionnaires.map(OrderedDict),
        dictionnaires.map(lambda d: defaultdict(list, d)),
        st.builds(Point, valeurs, valeurs),
        st.sets(_CLES | st.tuples(_CLES), max_size=4),
        st.sets(_CLES, max_size=4).map(frozenset),
        st.sets(_CLES, max_size=4).map(Sac),
        suites.map(lambda s: np.fromiter(s, dtype=object, count=len(s))),
    )


_VALEURS = st.recursive(_ATOMES | _PANDAS, _composees, max_leaves=12)


@_essais(300)
@given(_VALEURS)
def test_un_controle_recoit_la_meme_donnee_ou_la_meme_phrase(valeur):
    _pareille(valeur)


@_essais(200)
@given(_ATOMES)
def test_un_scalaire_garde_son_type_et_sa_valeur(valeur):
    lue = _pareille(valeur)
    assert type(lue).__name__ == "".join(c if c.isprintable() else "?" for c in type(valeur).__name__)
    if type(valeur) in (bool, int, float, str, date, datetime, timedelta, pd.Timestamp, pd.Timedelta, pd.Interval):
        assert type(lue) is type(valeur)
        hors_plafond = type(valeur) is int and abs(valeur) >= 2**256
        assert hors_plafond or repr(lue) == repr(valeur)
    if type(valeur) in (pd.Timestamp, pd.Timedelta):
        assert lue.unit == valeur.unit
    if isinstance(valeur, np.generic) and type(valeur) is not Reel:
        assert type(lue) is type(valeur) and lue.dtype == valeur.dtype


@_essais(100)
@given(_tables())
def test_un_tableau_arrive_egal(table):
    pd.testing.assert_frame_equal(_lue(table), table)
    for _, colonne in table.items():
        pd.testing.assert_series_equal(_lue(colonne), colonne)


@_essais(100)
@given(st.integers(0, 5).flatmap(_index))
def test_un_index_arrive_egal(index):
    lu = _lue(index)
    assert type(lu) is type(index)
    pd.testing.assert_index_equal(lu, index, exact=True)
    assert getattr(lu, "freq", None) == getattr(index, "freq", None)


@_essais(100)
@given(_tableaux())
def test_un_tableau_numpy_arrive_egal(tableau):
    lu = _lue(tableau)
    assert lu.shape == tableau.shape and _simple(lu) == _simple(tableau)
    assert tableau.dtype.kind == "S" or lu.dtype == tableau.dtype
    assert lu.flags.writeable


@pytest.mark.parametrize(
    "base", [Mention("a"), Couleur.ROUGE, Mesure(1), Pile([1]), Point(1, 2), Sac([1]), Counter("a")]
)
def test_une_sous_classe_n_arrive_jamais_comme_sa_base(base):
    lue = _pareille(base)
    assert type(lue).__module__ == "eleve" and type(lue).__name__ == type(base).__name__
    assert type(lue).__bases__[0] in type(base).__mro__ and lue == type(lue).__bases__[0](base)


@pytest.mark.parametrize("valeur", [len, lambda: 1, type, json, b"a", 1j, re.compile("a"), Tableau(), object()])
def test_un_objet_qui_ne_voyage_pas_n_est_plus_que_le_nom_de_son_type(valeur):
    lue = _pareille(valeur)
    assert not callable(lue) and not hasattr(lue, "__iter__") and not hasattr(lue, "__dict__")
    assert repr(lue) == f"un objet de type « {type(valeur).__name__} »"


@pytest.mark.parametrize(
    "faire",
    [
        lambda: (n for n in (1, "a")),
        lambda: map(str, [1, 2]),
        lambda: filter(None, [0, 1]),
        lambda: zip([1, 2], "ab", strict=True),
        lambda: zip(),
        lambda: {"a": 1, (1, 2): 2}.keys(),
        lambda: {"a": 1}.values(),
        lambda: OrderedDict(a=1).keys(),
        lambda: Counter("abca").values(),
    ],
)
def test_ce_qui_se_deroule_arrive_du_meme_type_avec_les_memes_elements(faire):
    lue = _lue(faire())
    assert type(lue) is type(faire()) and list(lue) == list(faire())
    assert liste(_lue(faire()), "f") == liste(faire(), "f")
    assert _simple(_lue([faire()])) == _simple([faire()])


def test_un_generateur_sans_fin_s_arrete_et_son_erreur_ressort():
    def sans_fin():
        while True:
            yield 1

    def casse():
        yield 1
        raise KeyError("ici")

    assert len(list(_lue(sans_fin()))) == 100_000
    with pytest.raises(KeyError, match="ici"):
        coder({"a": [casse()]})
    with pytest.raises(KeyboardInterrupt):
        coder(pd.Series([_interrompu()], dtype=object))


def _interrompu():
    raise KeyboardInterrupt
    yield


def test_une_page_html_garde_son_texte():
    from IPython.display import HTML

    lue = _pareille(HTML("<b>é</b>"))
    assert type(lue).__name__ == "HTML" and lue.data == "<b>é</b>"
    assert not hasattr(_lue(type("HTML", (), {})()), "data")


def _emboiter(niveaux: int, faire: Any = lambda v: [v]) -> Any:
    valeur: Any = "fond"
    for _ in range(niveaux):
        valeur = faire(valeur)
    return valeur


@pytest.mark.parametrize("niveaux", [39, 40, 41, 42, 81, 82, 200, 350, 700, 1000, 1190, 3000])
@pytest.mark.parametrize("faire", [lambda v: [v], lambda v: {1: v}, lambda v: Pile([0, v]), lambda v: ({"a": v},)])
def test_une_valeur_profonde_dit_la_meme_chose(niveaux, faire):
    _pareille(_emboiter(niveaux, faire))


def test_une_valeur_qui_se_contient_est_dite_sans_fin():
    en_liste: list = [1]
    en_liste += [en_liste, en_liste]
    en_dict: dict = {}
    en_dict["a"] = {"b": en_dict}
    en_pile = Pile()
    en_pile.append((en_pile, en_pile))
    for valeur in (en_liste, en_dict, en_pile):
        assert "emboîtées sans fin" in _simple(_lue(valeur))[1]
        _pareille([valeur])
    tableau = np.array([None, None], dtype=object)
    tableau[:] = [tableau, tableau]
    _lue(tableau)


@pytest.mark.parametrize(
    "valeur",
    [
        [None] * (ELEMENTS_MAX + 1),
        np.broadcast_to(np.int8(0), 10**12),
        np.zeros((10**9, 0)),
        pd.RangeIndex(10**15),
        ["x" * 10**6] * 80,
    ],
    ids=["liste", "tableau", "lignes vides", "étendue", "textes"],
)
def test_une_valeur_trop_grosse_est_dite_trop_grosse(valeur):
    octets = coder(valeur)
    assert len(octets) < 100
    assert "trop grosse" in _simple(decoder(octets))[1]


def test_un_arbre_partage_est_compte_deploye(monkeypatch):
    monkeypatch.setattr(encodage_commun, "ELEMENTS_MAX", 20_000)
    assert coder(_emboiter(40, lambda v: [v, v])) == coder([0] * 20_001)


def test_un_texte_long_est_coupe_et_une_categorie_longue_ne_se_repete_pas():
    assert len(_lue("a" * 3_000_000)) == 2_000_000
    assert len(_lue(["a" * 3_000_000, 1])[0]) == 2_000_000
    longues = pd.Series(pd.Categorical(["a" * 30_000, "b"]))
    assert _lue(longues).tolist() == longues.tolist() and _lue(longues).dtype == object


# --- des objets hostiles


class _Vu(Exception):
    pass


def _piege(*_arguments: Any, **_options: Any) -> Any:
    _PASSAGES.append("".join(traceback.format_stack(limit=4)))
    raise _Vu


_PASSAGES: list[str] = []
_METHODES = [
    *("__eq__", "__ne__", "__len__", "__iter__", "__getitem__", "__contains__", "__bool__", "__str__", "__repr__"),
    *("__hash__", "__int__", "__float__", "__index__", "__getattribute__", "__getattr__", "__reduce_ex__", "__array__"),
    *("__lt__", "__format__", "__bytes__", "__next__", "__call__", "__copy__", "__deepcopy__", "__array_interface__"),
    *("items", "keys", "values", "encode", "tolist", "copy", "item", "data", "dtype", "shape", "__dataframe__"),
]


class _Meta(type):
    """Une métaclasse dont chaque méthode est un piège, armé quand la classe est faite."""

    arme = False

    def _si_arme(nom: str, sinon: Any) -> Any:  # noqa: N805
        def methode(classe: type, *arguments: Any) -> Any:
            return _piege() if _Meta.arme else sinon(classe, *arguments)

        methode.__name__ = nom
        return methode

    __eq__ = _si_arme("__eq__", lambda a, b: a is b)
    __hash__ = _si_arme("__hash__", id)
    __instancecheck__ = _si_arme("__instancecheck__", lambda c, o: False)
    __subclasscheck__ = _si_arme("__subclasscheck__", lambda c, o: False)
    __getattribute__ = _si_arme("__getattribute__", type.__getattribute__)
    __name__ = property(_si_arme("__name__", lambda c: "faux"))
    __mro__ = property(_si_arme("__mro__", lambda c: ()))
    __module__ = property(_si_arme("__module__", lambda c: "faux"))


def _hostile(base: type, *arguments: Any) -> Any:
    classe = _Meta("Hostile", (base,), {"__class__": property(lambda soi: _piege())})
    valeur = base.__new__(classe, *arguments)
    if base in (list, set, dict):
        base.__init__(valeur, *arguments)
    for methode in _METHODES:
        type.__setattr__(classe, methode, _piege)
    return valeur


def _hostiles() -> list[Any]:
    bases = [(object,), (str, "a"), (int, 3), (float, 2.5), (list, [1, "a"]), (tuple, (1, "a")), (set, {1})]
    bases += [(frozenset, {1}), (dict, {"a": 1}), (np.float64, 1.5), (np.int64, 3), (np.str_, "a"), (datetime, 1, 1, 1)]
    bases += [(np.ndarray, (2,)), (pd.DataFrame,), (Exception,), (bytes, b"a"), (complex, 1)]
    return [_hostile(*b) for b in bases]


@pytest.mark.parametrize(
    "ranger",
    [
        lambda h: h,
        lambda h: [1, h],
        lambda h: {"a": h, 2: h},
        lambda h: (h, [h]),
        lambda h: np.fromiter([h], dtype=object, count=1),
        lambda h: pd.Series(np.fromiter([h, "a"], dtype=object, count=2), dtype=object),
        lambda h: pd.DataFrame({"a": pd.Series(np.fromiter([h], dtype=object, count=1), dtype=object)}),
        lambda h: _annonce(h),
    ],
    ids=["seul", "liste", "dict", "tuple", "ndarray", "colonne", "table", "dict à clé"],
)
def test_le_code_d_un_objet_hostile_ne_s_execute_jamais(ranger):
    for hostile in _hostiles():
        valeur = ranger(hostile)
        _PASSAGES.clear()
        _Meta.arme = True
        try:
            octets = coder(valeur)
        finally:
            _Meta.arme = False
        assert not _PASSAGES
        assert '"Hostile"' in octets.decode("latin-1")
        decoder(octets)


def _annonce(hostile: Any) -> dict:
    """Un dictionnaire dont la clé est hostile : son `hash` répondait encore quand il a été rangé."""
    type.__setattr__(type(hostile), "__hash__", lambda soi: 1)
    rangee = {hostile: 1}
    type.__setattr__(type(hostile), "__hash__", _piege)
    return rangee


def test_un_nom_de_type_menteur_ou_demesure_est_assaini():
    assert type(_lue(type("a\n\0"[:2] + "b" * 500, (), {})())).__name__ == "a?" + "b" * 98
    faux = type("NAType", (), {"__module__": "pandas.api"})()
    assert "NAType" in _simple(_lue(faux))[1]
    assert len(coder([type(f"T{n}", (), {})() for n in range(20_100)])) < 100


def test_un_objet_de_pandas_abime_ne_fait_rien_tomber():
    table = pd.DataFrame({"a": [1]})
    object.__setattr__(table, "_mgr", None)
    assert _simple(_lue(table)) == ("phrase", _simple(pd.DataFrame())[1])


# --- des octets hostiles


def _refuse_ou_lit(octets: bytes) -> None:
    try:
        decoder(octets)
    except MessageIllisible as erreur:
        assert "message" in str(erreur)


def _cadre(arbre: Any, blocs: bytes = b"") -> bytes:
    texte = json.dumps(arbre).encode()
    return struct.pack(">I", len(texte)) + texte + blocs


@_essais(200)
@given(st.binary(max_size=60), st.booleans())
def test_des_octets_quelconques_ne_font_rien_d_autre_que_se_refuser(octets, cadrer):
    _refuse_ou_lit(struct.pack(">I", len(octets)) + octets if cadrer else octets)


@_essais(150)
@given(_VALEURS, st.lists(st.tuples(st.integers(0, 10**4), st.integers(0, 255)), min_size=1, max_size=4))
def test_un_message_altere_se_refuse_ou_se_lit(valeur, changements):
    octets = bytearray(coder(valeur))
    for place, octet in changements:
        octets[place % len(octets)] = octet
    _refuse_ou_lit(bytes(octets))
    _refuse_ou_lit(bytes(octets[: changements[0][0] % len(octets)]))


_BALISES = st.sampled_from(
    (
        "suite boucle liste dict tuple set frozenset sous inconnu html deroule date duree moment instant ecart temps "
        "intervalle periode nombre tableau objets textes chaines masque categories fuseau intervalles periodes etendue "
        "index table multiple colonne points NA i8 <f8 M8[ns] <U1 |b1 ns D str dict_keys zip map q d left python"
    ).split()
)
_FEUILLES = st.none() | st.booleans() | st.integers(-3, 2**70) | st.floats() | _BALISES
_ARBRES = st.recursive(
    _FEUILLES,
    lambda a: st.lists(a, max_size=4) | st.builds(lambda b, s: [b, *s], _BALISES, st.lists(a, max_size=5)),
    max_leaves=15,
)


@_essais(400)
@given(_ARBRES, st.binary(max_size=40))
def test_un_arbre_qui_a_l_air_vrai_se_refuse_ou_se_lit(arbre, blocs):
    _refuse_ou_lit(_cadre([arbre], blocs))


_GEANTS = {
    "tableau annoncé": (["tableau", "<f8", [2_000_000], 0], b""),
    "textes larges": (["tableau", "<U9999999", [2_000_000], 0], b""),
    "textes sans largeur": (["tableau", "<U0", [2_000_000], 0], b""),
    "point de code": (["tableau", "<U1", [1], 0], b"\xff\xff\xff\x7f"),
    "lignes vides": (["tableau", "<f8", [10**9, 0], 0], b""),
    "étendue": (["etendue", 0, 10**12, 1, None], b""),
    "bloc relu": (["liste", *[["tableau", "|i1", [1000], 0]] * 1000], b"a" * 1000),
    "codes faux": (["categories", ["tableau", "|i1", [1], 0], ["etendue", 0, 2, 1, None], False], b"\x07"),
    "clés qui se heurtent": (["dict", [n * (2**61 - 1) for n in range(1, 3000)], [0] * 2999], b""),
    "ensemble qui se heurte": (["set", *[n * (2**61 - 1) for n in range(1, 3000)]], b""),
    "classes": (["liste", *[["inconnu", f"T{n}"] for n in range(20_100)]], b""),
    "nom": (["inconnu", "T" * 200], b""),
    "fuseau": (["moment", [1, 1, 1], 0, "../../etc/passwd"], b""),
    "base": (["sous", "type", "T", ["liste"]], b""),
    "contenu d'une autre base": (["sous", "str", "T", 3], b""),
    "objet": (["tableau", "|O", [1], 0], b"a" * 8),
    "trop, ailleurs": (["liste", ["trop"]], b""),
}


@pytest.mark.parametrize("nom", _GEANTS)
def test_ce_qui_demande_plus_qu_il_ne_pese_est_refuse(nom):
    debut = time.process_time()
    with pytest.raises(MessageIllisible):
        decoder(_cadre([_GEANTS[nom][0]], _GEANTS[nom][1]))
    assert time.process_time() - debut < 2


def test_une_suite_ne_sert_qu_une_fois_et_descend():
    for arbres in ([["suite", 1]] * 1, [["liste", ["suite", 1], ["suite", 1]], [1, ["liste"]]], [["suite", 1], [2, 1]]):
        with pytest.raises(MessageIllisible):
            decoder(_cadre(arbres))
    with pytest.raises(MessageIllisible):
        decoder(_cadre([0, *([1, ["suite", n + 2]] for n in range(50)), [1, 1]]))
    with pytest.raises(MessageIllisible):
        decoder(_cadre([1])[:4] + b"[" * 10**6)
    profond = b"[" + b'["tuple",' * 5000 + b"1" + b"]" * 5001
    with pytest.raises(MessageIllisible):
        decoder(struct.pack(">I", len(profond)) + profond)


# --- la prise


@pytest.fixture
def prises():
    ici, la_bas = socket.socketpair()
    yield Canal(ici), la_bas
    ici.close()
    la_bas.close()


def _message(valeur: Any) -> bytes:
    corps = coder(valeur)
    return struct.pack(">I", len(corps)) + corps


def test_les_valeurs_vont_et_viennent_dans_l_ordre(prises):
    ici, prise = prises
    la_bas = Canal(prise)
    grosse = np.arange(500_000)
    fil = threading.Thread(target=lambda: [ici.envoyer(v) for v in (1, grosse, {"a": [2]})])
    fil.start()
    assert la_bas.recevoir() == 1 and (la_bas.recevoir(30) == grosse).all() and la_bas.recevoir(30) == {"a": [2]}
    fil.join()
    assert ici.fileno() >= 0


def test_un_message_partiel_attend_la_suite(prises):
    ici, prise = prises
    octets = _message(["a", 1])
    for coupe in (2, 4, len(octets) - 1):
        prise.sendall(octets[:coupe])
        for _ in range(2):
            with pytest.raises(TimeoutError):
                ici.recevoir(0.01)
        prise.sendall(octets[coupe:] + octets)
        assert ici.recevoir(5) == ["a", 1] and ici.recevoir(0) == ["a", 1]


def test_une_taille_demesuree_est_refusee_avant_d_etre_reservee(prises):
    ici, prise = prises
    prise.sendall(struct.pack(">I", 2**32 - 1))
    with pytest.raises(MessageIllisible, match="démesurée"):
        ici.recevoir(5)


def test_un_message_faux_n_empeche_pas_de_lire_le_suivant(prises):
    ici, prise = prises
    prise.sendall(struct.pack(">I", 3) + b"abc" + _message(5))
    with pytest.raises(MessageIllisible):
        ici.recevoir(5)
    assert ici.recevoir(5) == 5


def test_l_autre_bout_ferme(prises):
    ici, prise = prises
    prise.sendall(_message(5) + _message(6)[:3])
    prise.close()
    assert ici.recevoir(5) == 5
    with pytest.raises(CanalFerme):
        ici.recevoir(5)
    with pytest.raises(CanalFerme):
        ici.envoyer(list(range(10**6)))
    ici.fermer()
    for appel in (lambda: ici.recevoir(1), lambda: ici.envoyer(1)):
        with pytest.raises(CanalFerme):
            appel()


def test_qui_ne_lit_pas_ne_bloque_pas_qui_envoie_a_duree(prises):
    ici, _ = prises
    with pytest.raises(TimeoutError):
        ici.envoyer(np.zeros(10**6), secondes=0.05)
    with pytest.raises(CanalFerme):
        ici.envoyer(1)


def test_apres_un_fork_le_verrou_est_libre(prises):
    ici, prise = prises
    ici._verrou.acquire()
    ici.apres_fork()
    ici.envoyer(1)
    assert Canal(prise).recevoir(5) == 1


def test_les_plafonds_se_tiennent():
    assert encodage_commun.NIVEAUX * encodage_commun.ETAGES > sys.getrecursionlimit()
