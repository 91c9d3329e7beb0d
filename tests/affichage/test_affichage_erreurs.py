"""Chaque erreur courante, réellement provoquée, est dite en français avec la ligne de la personne."""

from __future__ import annotations

import traceback
import warnings

import pytest

from chatmairie.affichage.erreurs import expliquer_erreur
from chatmairie.atelier.verdict import CarteErreur
from tests.affichage.galerie import CELLULE, erreur_de_cle

PREAMBULE = "import numpy as np\nimport pandas as pd\ntable = pd.DataFrame({'a': [1, 2], 'b': ['x', 'NC']})\n"

CAS = {
    "colonne": ("table['jour']", "« jour » n'existe pas"),
    "colonnes": ("table[['jour', 'a']]", "demandées n'existent pas"),
    "cle": ("{}['jour']", "« jour » n'existe pas"),
    "nom": ("archive", "Le nom « archive »"),
    "local": ("def f():\n    x += 1\nf()", "avant d'avoir reçu une valeur"),
    "argument_manquant": ("def f(a, b): pass\nf(1)", "de moins"),
    "argument_en_trop": ("def f(): pass\nf(1)", "plus de valeurs"),
    "argument_inconnu": ("def f(a): pass\nf(a=1, b=2)", "ne connaît pas l'argument « b »"),
    "points": ("... + 1", "reste des « ... »"),
    "none_indice": ("None['a']", "None (rien)"),
    "none_attribut": ("None.mean()", "« .mean » à une valeur qui est None"),
    "appel": ("table.columns(1)", "qui n'est pas une fonction"),
    "crochets": ("(3)['a']", "lire entre crochets un nombre entier"),
    "parcours": ("for x in 3: pass", "parcourir"),
    "operation": ("1 + 'a'", "entre un nombre entier et un texte"),
    "comparer": ("1 < 'a'", "comparer"),
    "concatener": ("'a' + 1", "texte ne s'ajoute"),
    "nom_de_liste": ("[1]['a']", "reçoivent ici un nom"),
    "non_hachable": ("{[1]: 2}", "Une liste ne peut pas servir de clé"),
    "et": ("table['a'] and table['b']", "colonne entière"),
    "si": ("if table['a'] > 1: pass", "colonne entière"),
    "si_table": ("bool(table)", "colonne entière"),
    "si_numpy": ("bool(np.array([1, 2]))", "colonne entière"),
    "flottant": ("float('NC')", "« NC » ne peut pas devenir un nombre"),
    "flottant_pandas": ("table['b'].astype(float)", "ne peut pas devenir un nombre"),
    "entier": ("int('x')", "« x » ne peut pas devenir un nombre"),
    "nan_entier": ("pd.Series([1.0, None]).astype(int)", "valeurs manquantes"),
    "longueur": ("table['c'] = [1, 2, 3]", "longueur"),
    "deballage": ("a, b = 1, 2, 3", "nombre de noms"),
    "etiquettes": ("table['a'] == pd.Series([1, 2], index=[5, 6])", "pas les mêmes lignes"),
    "date": ("pd.to_datetime(pd.Series(['12/03/2016', '2016-03-12']), format='%d/%m/%Y')", "forme annoncée"),
    "lecture_seule": ("t = np.zeros(2); t.flags.writeable = False; t[0] = 1", "lecture seule"),
    "zero": ("1 / 0", "divise par zéro"),
    "rang": ("[][0]", "un élément qui n'existe pas"),
    "rang_table": ("table.iloc[9]", "un élément qui n'existe pas"),
    "attribut": ("table.moyenne()", "« .moyenne » n'existe pas pour une table"),
    "module_attribut": ("np.moyenne", "Le module « numpy »"),
    "module": ("import torche_inconnue", "n'est pas installé"),
    "recursion": ("def f(): return f()\nf()", "s'appelle elle-même"),
    "fichier": ("open('/nulle/part')", "fichier demandé"),
    "assertion": ("assert 1 == 2", "assert"),
    "pas_ecrit": ("raise NotImplementedError", "pas encore écrite"),
    "autre": ("raise StopAsyncIteration", "n'a pas pu continuer"),
    "valeur": ("raise ValueError('bizarre')", "ne peut pas traiter"),
    "type": ("raise TypeError('bizarre')", "bon type"),
}  # fmt: skip


def provoquer(source: str) -> BaseException:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            code = compile(PREAMBULE + source, "<cellule>", "exec")
        exec(code, {})
    except Exception as erreur:  # c'est elle que l'on étudie
        return erreur
    raise AssertionError("aucune erreur")


@pytest.mark.parametrize(("source", "attendu"), CAS.values(), ids=CAS)
def test_une_erreur_courante_se_dit_en_francais(source, attendu):
    erreur = provoquer(source)
    dite = expliquer_erreur(erreur, PREAMBULE + source)
    assert attendu in dite.phrase
    assert dite.essayer and dite.nom == type(erreur).__name__
    assert dite.ligne is not None and dite.ligne > 3
    assert dite.code == (PREAMBULE + source).splitlines()[dite.ligne - 1]


def test_la_ligne_est_celle_de_la_personne_pas_celle_de_pandas():
    erreur = erreur_de_cle()
    assert len(traceback.extract_tb(erreur.__traceback__)) > 3, "l'erreur naît au fond de pandas"
    dite = expliquer_erreur(erreur, CELLULE)
    assert (dite.ligne, dite.code.strip(), dite.fonction) == (2, "return archives[par].mean()", "taux_de_refus")


def test_une_personne_peut_travailler_dans_un_dossier_qui_s_appelle_chatmairie():
    try:
        exec(compile("\n1 / 0", "/home/lea/chatmairie/essai.py", "exec"), {})
    except ZeroDivisionError as erreur:
        assert expliquer_erreur(erreur, "\n1 / 0").ligne == 2


def test_sans_source_ni_ligne_la_carte_reste_entiere():
    dite = expliquer_erreur(ValueError("x" * 1000))
    assert dite.ligne is None and dite.code == "" and len(dite.message) <= 240
    assert "À revoir" in repr(CarteErreur("T", dite))


def test_erreur_de_syntaxe():
    try:
        compile("x = (\n", "<cellule>", "exec")
    except SyntaxError as erreur:
        dite = expliquer_erreur(erreur)
    assert dite.ligne == 1 and "n'a pas son pendant" in dite.phrase


def test_un_message_qui_plante_ne_cache_pas_l_erreur():
    class Piegee(Exception):
        def __str__(self):
            raise RuntimeError("pas de message")

    assert expliquer_erreur(Piegee()).nom == "Piegee"


def test_la_carte_donne_la_ligne_sans_trace_python():
    carte = CarteErreur("Taux", expliquer_erreur(erreur_de_cle(), CELLULE), "le monde du cours", 1.0)
    for forme in (repr(carte), carte._repr_html_()):
        assert "Traceback" not in forme and "site-packages" not in forme
        assert "ligne 2 de sa cellule" in forme and "return archives[par].mean()" in forme
    assert "0 sur 1\u00a0point tant" in repr(carte)


@pytest.mark.parametrize("faux", [None, "erreur", ValueError])
def test_autre_chose_qu_une_exception_est_refuse(faux):
    with pytest.raises(TypeError, match="exception"):
        expliquer_erreur(faux)
