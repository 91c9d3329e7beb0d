"""Ce qui passe entre le correcteur et le processus de l'élève : la même valeur, la même phrase, jamais du code."""

from __future__ import annotations

import enum
import json
import math
import socket
import threading
import time
from collections import Counter, OrderedDict, defaultdict, namedtuple
from datetime import date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from IPython.display import HTML

from chatmairie.correction import encodage
from chatmairie.correction.encodage import NIVEAUX, Canal, CanalFerme, MessageIllisible, coder, decoder
from chatmairie.juge.donnee_simple import ELEMENTS_MAX, simplifier
from chatmairie.juge.exercice import FormeInattendue
from chatmairie.juge.formes import decrire, liste

Point = namedtuple("Point", "x y")
Couleur = enum.IntEnum("Couleur", "ROUGE")
Mention, Mesure, Pile, Sac = (
    type(n, (b,), {}) for n, b in zip(["Mention", "Mesure", "Pile", "Sac"], [str, float, list, set], strict=True)
)
Tableau = type("Tableau", (pd.DataFrame,), {})


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
_CLES = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.floats(), _TEXTES, st.dates())
_NOMBRES_NUMPY = st.one_of(
    *(st.integers(int(np.iinfo(c).min), int(np.iinfo(c).max)).map(np.dtype(c).type) for c in "bhilqBHILQ"),
    *(st.floats(width=8 * np.dtype(c).itemsize).map(np.dtype(c).type) for c in "efd"),
    st.booleans().map(np.bool_),
)
_ATOMES = st.one_of(
    _CLES,
    _NOMBRES_NUMPY,
    st.integers(),
    st.integers(10**17, 10**19),
    st.integers(0, 9).map(lambda n: n - 10**6000),
    st.sampled_from([..., pd.NA, pd.NaT, -0.0, "\ud83d\ude00", len, int, b"a", 1j, Decimal(1), range(3), object]),
    st.sampled_from([type("Élève", (), {})(), Couleur.ROUGE, Mention("a"), Mesure("nan"), np.str_("é")]),
    st.sampled_from([pd.Interval(0, 1), pd.Period("2020-01", "M"), pd.Timestamp(2020, 1, 1), Tableau({"a": [1]})]),
)


@st.composite
def _tableaux(tirer: Any) -> np.ndarray:
    genre = tirer(st.sampled_from(["?", "i1", ">i4", "u8", "f2", "f4", ">f8", "M8[ns]", "m8[D]", "U3", "O", "S2"]))
    forme = tirer(st.lists(st.integers(0, 3), max_size=3))
    valeurs = tirer(st.lists(st.integers(0, 9), min_size=math.prod(forme), max_size=math.prod(forme)))
    return np.array(valeurs, dtype="i8").astype("U3" if genre in ("U3", "S2") else genre).astype(genre).reshape(forme)


_COLONNES = {
    "entiers": lambda v: np.array(v, dtype="i8"),
    "courts": lambda v: np.array(v, dtype="f4"),
    "oui_non": lambda v: np.array(v, dtype="i8") > 4,
    "textes": lambda v: pd.array([None if x > 7 else f"é{x}" for x in v], dtype="str"),
    "textes_na": lambda v: pd.array([None if x > 7 else "\1\0"[: x % 3] for x in v], dtype="string"),
    "nuls": lambda v: pd.array([None if x > 7 else x for x in v], dtype="Int16"),
    "bool_nuls": lambda v: pd.array([None if x > 7 else x > 3 for x in v], dtype="boolean"),
    "dates": lambda v: pd.DatetimeIndex([pd.NaT if x > 7 else pd.Timestamp(2020, 1, x + 1) for x in v]).as_unit("s"),
    "durees": lambda v: pd.to_timedelta(np.array(v, "i8"), unit="h"),
    "objets": lambda v: pd.Series([[x] if x > 8 else None if x > 6 else f"t{x}" for x in v], dtype=object).array,
}


@st.composite
def _index(tirer: Any, taille: int) -> pd.Index:
    valeurs = tirer(st.lists(st.integers(0, 7), min_size=taille, max_size=taille))
    nom = tirer(st.sampled_from([None, "nom", 3, ("a", 1)]))
    genre = tirer(st.sampled_from(["etendue", "multiple", *_COLONNES]))
    if genre == "etendue":
        return pd.RangeIndex(5, 5 + 2 * taille, 2, name=nom)
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
    tableaux = [_COLONNES[genre](tirer(lignes)) for genre in genres]
    colonnes = [pd.Series(t, index=index, dtype=object if t.dtype == object else None) for t in tableaux]
    table = pd.concat(colonnes, axis=1) if colonnes else pd.DataFrame(index=index)
    noms = st.lists(st.sampled_from(["a", "b", 1, ("x", 2)]), min_size=len(genres), max_size=len(genres))
    table.columns = pd.Index(tirer(noms), dtype=object, tupleize_cols=False)
    return table


_PANDAS = st.one_of(_tableaux(), _tables(), st.integers(0, 4).flatmap(_index))


def _composees(valeurs: st.SearchStrategy) -> st.SearchStrategy:
    suites = st.lists(valeurs, max_size=4)
    dictionnaires = st.dictionaries(_TEXTES | _CLES | st.tuples(_CLES), valeurs, max_size=3)
    return st.one_of(
        *(suites, suites.map(tuple), suites.map(Pile), st.builds(Point, valeurs, valeurs)),
        *(dictionnaires, st.dictionaries(_TEXTES, valeurs, max_size=3), dictionnaires.map(OrderedDict)),
        dictionnaires.map(lambda d: defaultdict(list, d)),
        *(st.sets(_CLES | st.tuples(_CLES), max_size=4), st.sets(_CLES, max_size=4).map(frozenset)),
        suites.map(lambda s: np.fromiter(s, dtype=object, count=len(s))),
    )


_VALEURS = st.recursive(_ATOMES | _PANDAS, _composees, max_leaves=12)


@_essais(250)
@given(_VALEURS)
def test_un_controle_recoit_la_meme_donnee_ou_la_meme_phrase(valeur):
    if valeur is not int and valeur is not object:
        assert type(_lue(valeur)).__name__ == type(valeur).__name__ or isinstance(valeur, (complex, np.bytes_))
    _pareille(valeur)


@_essais(60)
@given(_tables())
def test_un_tableau_arrive_egal(table):
    lue = _lue(table)
    pd.testing.assert_frame_equal(lue, table)
    assert type(lue.index) is type(table.index)
    for _, colonne in table.items():
        pd.testing.assert_series_equal(_lue(colonne), colonne)


@_essais(60)
@given(_tableaux())
def test_un_tableau_numpy_arrive_egal(tableau):
    lu = _lue(tableau)
    assert lu.shape == tableau.shape and _simple(lu) == _simple(tableau) and lu.flags.writeable
    assert tableau.dtype.kind in "SU" or lu.dtype == tableau.dtype


@pytest.mark.parametrize(
    "colonne",
    [pd.cut([1, 2], [0, 1, 2]), pd.period_range("2020", periods=2, freq="M"), pd.Categorical(["a", None]), [1j, 2],
     pd.date_range("2020", periods=2, tz="Europe/Paris"), pd.arrays.SparseArray([0, 1])],
)  # fmt: skip
def test_une_colonne_d_un_genre_rare_garde_ses_valeurs_une_a_une(colonne):
    lue = _lue(pd.DataFrame({"a": colonne, "b": 1}).set_index("b", append=True))
    assert lue.shape == (2, 1) and _simple(lue["a"].tolist()) == _simple(pd.Series(colonne).tolist())
    assert len(_lue(pd.Series([1, 2], index=colonne))) == 2


@pytest.mark.parametrize(
    "base", [Mention("a"), Couleur.ROUGE, Mesure(1), Pile([1]), Point(1, 2), Sac([1]), Counter("a")]
)
def test_une_sous_classe_n_arrive_jamais_comme_sa_base(base):
    lue = _pareille(base)
    assert type(lue).__module__ == "eleve" and type(lue).__bases__[0] in type(base).__mro__
    assert lue == type(lue).__bases__[0](base)


MOMENTS = [
    date(2026, 11, 30), datetime(2026, 11, 30, 8, 52), datetime(2026, 11, 30, tzinfo=timezone(timedelta(hours=2))),
    timedelta(days=-1, microseconds=3), pd.Timestamp("2026-11-30 08:52:01.5"), pd.Timedelta("-1h 3ms"),
    pd.Timestamp("2026-11-30", tz="Europe/Paris"), pd.Timestamp("2026-11-30", tz="UTC"),
]  # fmt: skip


@pytest.mark.parametrize("valeur", MOMENTS, ids=repr)
def test_une_date_arrive_egale_et_du_meme_type(valeur: Any) -> None:
    lue = decoder(coder(valeur))
    assert type(lue) is type(valeur) and lue == valeur
    assert getattr(lue, "unit", None) == getattr(valeur, "unit", None)
    assert getattr(lue, "tzinfo", None) == getattr(valeur, "tzinfo", None) or valeur.tzinfo.utcoffset(lue) is not None


def test_fuseaux_et_categories_restent_dans_les_tables_et_les_index() -> None:
    moments = pd.date_range("2026-03-28", periods=4, freq="D", tz="Europe/Paris", unit="s")
    notes = pd.Categorical(["b", None, "a", "b"], categories=["c", "b", "a"], ordered=True)
    table = pd.DataFrame({"quand": moments, "note": notes}, index=pd.CategoricalIndex(list("xyzx"), name="rang"))
    pd.testing.assert_frame_equal(decoder(coder(table)), table)
    pd.testing.assert_index_equal(decoder(coder(moments)), moments, check_freq=False)


class FuseauDeLEleve(tzinfo):
    appels = 0

    def utcoffset(self, _quand: Any) -> timedelta:
        FuseauDeLEleve.appels += 1
        return timedelta(0)


def test_un_fuseau_de_l_eleve_ne_s_execute_pas() -> None:
    assert type(decoder(coder(datetime(2026, 1, 1, tzinfo=FuseauDeLEleve())))).__name__ == "datetime"
    assert FuseauDeLEleve.appels == 0


@pytest.mark.parametrize("valeur", [len, lambda: 1, type, json, b"a", 1j, Tableau(), object()])
def test_un_objet_qui_ne_voyage_pas_n_est_plus_que_le_nom_de_son_type(valeur):
    lue = _pareille(valeur)
    assert not callable(lue) and not hasattr(lue, "__iter__") and not hasattr(lue, "__dict__")
    assert repr(lue) == f"un objet de type « {type(valeur).__name__} »"


@pytest.mark.parametrize(
    "faire",
    [lambda: (n for n in (1, "a")), lambda: map(str, [1, 2]), lambda: zip([1, 2], "ab", strict=True), lambda: zip(),
     lambda: {"a": 1, (1, 2): 2}.keys(), lambda: Counter("abca").values(), lambda: filter(None, [0, 1])],
)  # fmt: skip
def test_ce_qui_se_deroule_arrive_du_meme_type_avec_les_memes_elements(faire):
    assert type(_lue(faire())) is type(faire()) and liste(_lue(faire()), "f") == liste(faire(), "f")
    assert _simple(_lue([faire()])) == _simple([faire()])


def test_un_generateur_sans_fin_s_arrete_et_son_erreur_ressort():
    assert len(list(_lue(1 for _ in iter(int, 1)))) == 100_000
    with pytest.raises(ZeroDivisionError):
        coder({"a": [(1 // n for n in (1, 0))]})


def test_une_page_html_garde_son_texte():
    lue = _lue(HTML("<b>é</b>"))
    assert type(lue).__name__ == "HTML" and lue == "<b>é</b>" and decrire(lue) == decrire(HTML("a"))


def _emboiter(niveaux: int, faire: Any = lambda v: [v]) -> Any:
    valeur: Any = "fond"
    for _ in range(niveaux):
        valeur = faire(valeur)
    return valeur


@pytest.mark.parametrize("faire", [lambda v: [v], lambda v: {1: v}, lambda v: Pile([0, v]), lambda v: pd.Series([v])])
def test_une_valeur_profonde_passe_ou_est_dite_sans_fin(faire):
    for niveaux in (*range(NIVEAUX // 8 - 3, NIVEAUX + 2), 1000, 3000):
        _lue(_emboiter(niveaux, faire))
        dit = _simple(_lue({"rendu": faire(_emboiter(niveaux))}))
        assert "emboîtées sans fin" in dit[1] or dit == _simple({"rendu": faire(_emboiter(niveaux))})


def test_une_valeur_qui_se_contient_est_dite_sans_fin():
    en_liste: list = [1]
    en_liste += [en_liste, en_liste]
    en_dict: dict = {}
    en_dict["a"] = {"b": en_dict}
    en_pile = Pile()
    en_pile.append((en_pile, en_pile))
    for valeur in (en_liste, en_dict, en_pile):
        assert "emboîtées sans fin" in _simple(_lue({"rendu": [valeur]}))[1]
    tableau = np.array([None, None], dtype=object)
    tableau[:] = [tableau, pd.Series([tableau])]
    _lue(tableau)


@pytest.mark.parametrize(
    "valeur",
    [[None] * (3 * 10**6), np.broadcast_to(np.int8(0), 10**12), np.zeros((10**9, 0)), pd.RangeIndex(10**15),
     ["x" * 10**6] * 80, _emboiter(40, lambda v: [v, v]), pd.DataFrame(index=pd.RangeIndex(10**15))],
    ids=["liste", "tableau", "lignes vides", "étendue", "textes", "partagée", "table"],
)  # fmt: skip
def test_une_valeur_trop_grosse_est_dite_trop_grosse_et_le_reste_arrive(valeur, monkeypatch):
    monkeypatch.setattr(encodage, "BUDGET", 10**6)
    octets = coder({"rendu": valeur, "productions": {"A": ["donnee", "list", 1]}})
    monkeypatch.undo()
    lu = decoder(octets)
    assert len(octets) < 300 and lu["productions"] == {"A": ["donnee", "list", 1]}
    assert b'["trop"]' in octets


def test_trop_grosse_est_la_phrase_d_un_controle():
    assert "trop grosse" in _simple(decoder(b'["trop"]'))[1] == _simple([0] * (ELEMENTS_MAX + 1))[1]


def test_de_gros_fichiers_passent():
    assert len(_lue({"fichiers": [["a", np.zeros(50_000_000, np.uint8)]]})["fichiers"][0][1]) == 50_000_000


def _piege(*_arguments: Any, **_options: Any) -> Any:
    _PASSAGES.append("ici")
    raise ZeroDivisionError


_PASSAGES: list[str] = []
_METHODES = (
    "__eq__ __ne__ __len__ __iter__ __getitem__ __contains__ __bool__ __str__ __repr__ __hash__ __int__ __float__ "
    "__index__ __getattribute__ __getattr__ __reduce_ex__ __array__ __lt__ __format__ __bytes__ __next__ __call__ "
    "__copy__ __array_interface__ items keys values encode tolist copy item data dtype shape __dataframe__"
).split()


class _Meta(type):
    """Une métaclasse dont chaque méthode est un piège, armé quand la classe est faite."""

    arme = False

    def _si_arme(sinon: Any) -> Any:
        return lambda classe, *arguments: _piege() if _Meta.arme else sinon(classe, *arguments)

    __eq__, __hash__ = _si_arme(lambda a, b: a is b), _si_arme(id)
    __instancecheck__ = __subclasscheck__ = _si_arme(lambda c, o: False)
    __getattribute__ = _si_arme(type.__getattribute__)
    __name__ = __module__ = property(_si_arme(lambda c: "faux"))
    __mro__ = property(_si_arme(lambda c: ()))


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


def _en_objets(*elements: Any) -> np.ndarray:
    return np.fromiter(elements, dtype=object, count=len(elements))


@pytest.mark.parametrize(
    "ranger",
    [lambda h: h, lambda h: [1, h], lambda h: {"a": h, 2: h}, lambda h: (h, [h]), lambda h: _en_objets(h),
     lambda h: pd.Series(_en_objets(h, "a"), dtype=object),
     lambda h: pd.DataFrame({"a": pd.Series(_en_objets(h), dtype=object)})],
)  # fmt: skip
def test_le_code_d_un_objet_hostile_ne_s_execute_jamais(ranger):
    for hostile in _hostiles():
        valeur = ranger(hostile)
        _PASSAGES.clear()
        _Meta.arme = True
        try:
            octets = coder(valeur)
        finally:
            _Meta.arme = False
        assert not _PASSAGES and b'"Hostile"' in octets
        decoder(octets)


def test_un_nom_de_type_menteur_ou_demesure_est_assaini():
    assert type(_lue(type("a\n" + "b" * 500, (), {})())).__name__ == "a?" + "b" * 98
    assert "NAType" in _simple(_lue(type("NAType", (), {"__module__": "pandas.api"})()))[1]


def _refuse_ou_lit(octets: bytes) -> None:
    try:
        decoder(octets)
    except MessageIllisible as erreur:
        assert "message" in str(erreur)


@_essais(150)
@given(_VALEURS, st.lists(st.tuples(st.integers(0, 10**4), st.integers(0, 255)), min_size=1, max_size=4))
def test_un_message_altere_se_refuse_ou_se_lit(valeur, changements):
    octets = bytearray(coder(valeur))
    for place, octet in changements:
        octets[place % len(octets)] = octet
    _refuse_ou_lit(bytes(octets))
    _refuse_ou_lit(bytes(octets[: changements[0][0] % len(octets)]))


_BALISES = st.sampled_from(
    "boucle trop list dict tuple set sous inconnu deroule element bloc avec_manquants etendue index multiple colonne "
    "table NA i8 <f8 M8[ns] |b1 str Int64 dict_keys zip map AAAAAAAA".split()
)
_FEUILLES = st.none() | st.booleans() | st.integers(-3, 2**70) | st.floats() | _BALISES
_ARBRES = st.recursive(
    _FEUILLES,
    lambda a: st.lists(a, max_size=4) | st.builds(lambda b, s: [b, *s], _BALISES, st.lists(a, max_size=5)),
    max_leaves=15,
)


@_essais(400)
@given(_ARBRES)
def test_un_arbre_qui_a_l_air_vrai_se_refuse_ou_se_lit(arbre):
    _refuse_ou_lit(json.dumps(arbre).encode())


_DEUX_MILLIONS = ["etendue", 0, 2_000_000, 1, ["list", None]]
_GEANTS = {
    "tableau annoncé": ["bloc", "<f8", ["list", 2_000_000], "AAAA"],
    "lignes vides": ["bloc", "<f8", ["list", 10**9, 0], ""],
    "objets": ["bloc", "|O", ["list", 1], "AAAAAAAAAAA="],
    "étendue": ["etendue", 0, 10**12, 1, ["list", None]],
    "case répétée": ["colonne", ["bloc", "<f8", ["list"], "AAAAAAAAAAA="], _DEUX_MILLIONS, ["list", None]],
    "étages vides": ["multiple", ["list", _DEUX_MILLIONS, _DEUX_MILLIONS]],
    "clés qui se heurtent": ["set", *(["tuple", "a"] for _ in range(3000))],
    "entiers de même hash": ["list", *(n * (2**61 - 1) for n in range(1, 3000))],
    "classes": ["list", *(["inconnu", f"T{n}"] for n in range(200_000))],
    "nom": ["inconnu", "T" * 200],
    "genre": ["avec_manquants", "datetime64[ns]", ["list"]],
    "base": ["sous", "T", None],
    "zip": ["deroule", "zip", ["list", _DEUX_MILLIONS]],
    "crochets": ["list", *([] for _ in range(4_100_000))],
    "profond": _emboiter(300, lambda v: ["list", v]),
}


@pytest.mark.parametrize("nom", _GEANTS)
def test_ce_qui_demande_plus_qu_il_ne_pese_est_refuse(nom):
    octets = json.dumps(_GEANTS[nom]).encode()
    debut = time.process_time()
    with pytest.raises(MessageIllisible):
        decoder(octets)
    assert time.process_time() - debut < 10


@pytest.mark.parametrize(
    "octets", [b"", b"[" * 10**6, b'["list"' + b"\xff]", b"null null", b"[]", b'{"a":["x"]}', b"9" * 5000]
)
def test_des_octets_quelconques_sont_refuses(octets):
    with pytest.raises(MessageIllisible):
        decoder(octets)


@pytest.fixture
def prises():
    ici, la_bas = socket.socketpair()
    yield Canal(ici), la_bas
    ici.close()
    la_bas.close()


def _message(valeur: Any) -> bytes:
    corps = coder(valeur)
    return len(corps).to_bytes(4) + corps


def test_les_valeurs_vont_et_viennent_dans_l_ordre(prises):
    ici, prise = prises
    la_bas = Canal(prise)
    grosse = np.arange(500_000)
    fil = threading.Thread(target=lambda: [ici.envoyer(v) for v in (1, grosse, {"a": [2]})])
    fil.start()
    assert la_bas.recevoir() == 1 and (la_bas.recevoir(30) == grosse).all() and la_bas.recevoir(30) == {"a": [2]}
    fil.join()


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
    prise.sendall(b"\xff" * 4)
    with pytest.raises(MessageIllisible, match="démesurée"):
        ici.recevoir(5)


def test_un_message_faux_n_empeche_pas_de_lire_le_suivant(prises):
    ici, prise = prises
    prise.sendall(b"\0\0\0\3" + b"abc" + _message(5))
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


def test_un_envoi_interrompu_finit_avec_le_suivant(prises, monkeypatch):
    ici, prise = prises
    with monkeypatch.context() as m:
        m.setattr(Canal, "_des_que", lambda *_a: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            ici.envoyer(1)
    ici.envoyer(2)
    la_bas = Canal(prise)
    assert (la_bas.recevoir(5), la_bas.recevoir(5)) == (1, 2)
