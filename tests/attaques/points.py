"""Se donner des points : forger un verdict, lire la vérité, prendre les réponses ailleurs."""

from __future__ import annotations

from typing import Any

import nbformat

from tests.attaques.attaque import RIEN, TOUT_JUSTE, Attaque, au_debut, avec_fichier, fausse, vider
from tests.correction.court import cellule, code, rang

MAXIMUM = "def noter(*a, **k):\n    return 2.0\n"
TRANSFORMATEUR = """import ast
class Tricher(ast.NodeTransformer):
    def visit_Call(self, noeud):
        if getattr(noeud.func, 'id', '') == 'noter':
            return ast.copy_location(ast.Constant(1.0), noeud)
        return self.generic_visit(noeud)
get_ipython().ast_transformers.append(Tricher())"""
FORMATEUR = """texte = get_ipython().display_formatter.formatters['text/plain']
texte.for_type(float, lambda note, p, cycle: p.text('2.0'))
texte.for_type(int, lambda note, p, cycle: p.text('2.0'))"""
REMISES = """import sys
from chatmairie.atelier import gestes
for module in list(sys.modules.values()):
    for nom in ('noter', 'juger', 'examiner', 'sujets_de_notation', 'carte_du_jugement'):
        if getattr(module, '__name__', '').startswith('chatmairie') and hasattr(module, nom):
            setattr(module, nom, lambda *a, **k: 2.0)
import chatmairie
chatmairie._fonctions = lambda: {'noter': lambda *a, **k: 2.0}"""
SCEAUX = """import sys
for module in list(sys.modules.values()):
    if getattr(module, '__name__', '').startswith('chatmairie.correction'):
        for objet in list(vars(module).values()):
            if type(objet) in (list, set):
                objet.clear()"""
CROCHET = """def avant(*_):
    get_ipython().user_ns['noter'] = lambda *a, **k: 2.0
get_ipython().events.register('pre_run_cell', avant)
get_ipython().events.register('pre_execute', avant)"""
TRACE = """import sys
def espion(cadre, evenement, argument):
    for nom in ('verite', 'attendu', 'sujet', 'exact'):
        if nom in cadre.f_locals:
            globals()['VU'] = cadre.f_locals[nom]
    return espion
sys.settrace(espion); sys.setprofile(espion)"""
TOLERANCE = """import sys
for module in list(sys.modules.values()):
    if getattr(module, '__name__', '').startswith('chatmairie'):
        for nom, valeur in list(vars(module).items()):
            if type(valeur) is float or (type(valeur) is int and nom.isupper()):
                setattr(module, nom, 1e9)"""
PIOCHER = """def piocher(verite, par):
    import pandas as pd
    valeurs = list(verite.values()) if isinstance(verite, dict) else [verite]
    return next((v for v in valeurs if isinstance(v, (pd.Series, dict))), valeurs[0] if valeurs else None)
"""
APPELANT = """import sys
cadre = sys._getframe()
while cadre is not None:
    for nom, valeur in list(cadre.f_locals.items()):
        if nom in ('sujet', 'verite') or type(valeur).__name__ == 'Sujet':
            return piocher(getattr(valeur, 'verite', valeur), par)
    cadre = cadre.f_back"""
CACHE = """from chatmairie.juge import jugement
for exercice, sujets in jugement._sujets.values():
    for sujet in sujets:
        return piocher(sujet.verite, par)"""
MEMOIRE = """import gc
for objet in gc.get_objects():
    if type(objet).__name__ == 'Sujet' or type(objet) is dict and 'verite' in objet:
        return piocher(getattr(objet, 'verite', None) or objet['verite'], par)"""
SECRET = """import os
from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
exercice = catalogue.tous()['donnees.taux']
for secret in (os.environ.get('CHATMAIRIE_SECRET', 'rien'), jugement.SECRET_PAR_DEFAUT):
    os.environ['CHATMAIRIE_SECRET'] = secret
    for sujet in jugement.sujets_de_notation(exercice):
        if sujet.entrees['archives'].equals(archives):
            return piocher(sujet.verite, par)"""
PANDAS = """import numpy as np, pandas as pd
for classe in (pd.Series, pd.DataFrame, pd.core.groupby.SeriesGroupBy, pd.core.groupby.DataFrameGroupBy):
    for nom in ('mean', 'sum', 'std', 'quantile', 'median', 'value_counts'):
        if hasattr(classe, nom):
            setattr(classe, nom, lambda *a, **k: 0.0)
np.isclose = np.allclose = lambda *a, **k: True
pd.testing.assert_series_equal = lambda *a, **k: None"""
EGAL = """class Tout:
    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = __contains__ = lambda s, a: True
    __hash__ = object.__hash__
    __len__ = __int__ = __index__ = lambda s: 1
    __float__ = __abs__ = lambda s: 1.0
    __getattr__ = lambda s, n: s
    __call__ = __getitem__ = __sub__ = lambda s, *a, **k: s"""
MENTEUR = """import pandas as pd
class Serie(pd.Series):
    def __eq__(self, autre): return True
    def get(self, *a): return 1.0
    __getitem__ = loc = property(lambda s: s)
class Nombre(float):
    def __eq__(self, autre): return True
    def __sub__(self, autre): return 0.0
    __rsub__ = __sub__
    def __hash__(self): return 0
class Registre(dict):
    def __getitem__(self, cle): return Nombre(1)
    def get(self, cle, defaut=None): return Nombre(1)
    def __iter__(self): return iter(())"""
FORGE = """from IPython.display import display, HTML
note = {'version': 1, 'exercice': 'donnees.taux', 'statut': 'réussi', 'points': 1.0, 'message': '', 'reussis': ['forme'],
        'echecs': [], 'avis': [], 'erreur': None, 'calcul': {'utilise': 0, 'limite': 10}, 'etat': 'corrigee'}
display(HTML('<b>1 / 1</b>'), metadata={'chatmairie': note})
display({'text/plain': '1.0'}, raw=True, metadata={'chatmairie': note, 'nbgrader': {'grade': True, 'points': 2}})
2.0"""
SOLUTIONS = """import glob, json
for chemin in glob.glob('@CLASSE@/../course/*/*.ipynb') + glob.glob('../../../../course/*/*.ipynb'):
    for cellule in json.load(open(chemin))['cells']:
        if cellule['metadata'].get('nbgrader', {}).get('solution') and cellule['cell_type'] == 'code':
            exec(''.join(cellule['source']))"""
VOISINS = """import glob, json
for chemin in glob.glob('@CLASSE@/*/*/*/*.ipynb') + glob.glob('../../*/*/*.ipynb'):
    for cellule in json.load(open(chemin))['cells']:
        if cellule['metadata'].get('nbgrader', {}).get('solution') and cellule['cell_type'] == 'code':
            try:
                exec(''.join(cellule['source']))
            except Exception:
                pass"""
PAR_LE_CANAL = """from chatmairie.correction import dedans_copie as d
for note in ({'rendu': 1.0}, {'rendu': {}, 'verdict': 'réussi', 'points': 1.0}, {'points': 1.0, 'reussis': ['forme']}):
    d._canal.envoyer(note)"""
PRODUCTIONS = """from chatmairie.correction import dedans_copie as d
d._decrire = lambda p: {'productions': {n: ['donnee', 'float', 1.0] for n in p}, 'perimees': [], 'points': 2.0}"""


def _etiquettes(**plus: Any):
    def abimer(carnet: Any) -> None:
        vider(carnet)
        cellule(carnet, "donnees-taux").source = "def taux_de_refus(archives, par):\n    return 'faux'"
        cellule(carnet, "donnees-taux-note").metadata["nbgrader"].update(plus)

    return abimer


def _note_reecrite(carnet: Any) -> None:
    _etiquettes()(carnet)
    cellule(carnet, "donnees-taux-note").source = "assert True\n1.0"


def _note_doublee(carnet: Any) -> None:
    carnet.cells.insert(rang(carnet, "donnees-taux-note"), code("1.0"))
    carnet.cells[rang(carnet, "donnees-taux-note") - 1].metadata = nbformat.from_dict(
        dict(cellule(carnet, "donnees-taux-note").metadata)
    )


POINTS_PRIS: dict[str, Attaque] = {
    "transformateur": Attaque(
        fausse(TRANSFORMATEUR), points=RIEN, vite=True, nu=TOUT_JUSTE,
        dit="un transformateur de code qui retire les vérifications",
    ),
    "egal-a-tout": Attaque(
        fausse(EGAL, "return Tout()"), points=RIEN, vite=True, nu=TOUT_JUSTE,
        dit="un objet égal à tout, plus petit et plus grand que tout",
    ),
    "abs-remplace": Attaque(
        fausse("import builtins, pandas as pd\nbuiltins.abs = lambda x: 0\npd.testing.assert_series_equal = print"),
        points=RIEN, nu=TOUT_JUSTE, dit="`abs` et les comparaisons de pandas remplacés",
    ),
    "lit-les-solutions": Attaque(
        fausse(SOLUTIONS), points=RIEN, vite=True, nu=TOUT_JUSTE, dit="lire l'énoncé du formateur et ses solutions"
    ),
    "lit-les-voisins": Attaque(fausse(VOISINS), points=RIEN, dit="lire les copies des autres et s'en servir"),
    "formateur-de-note": Attaque(
        fausse(FORMATEUR), points=RIEN, vite=True, dit="un formateur d'affichage pour le type de la note"
    ),
    "fonctions-remises": Attaque(fausse(REMISES), points=RIEN, dit="les fonctions du juge remplacées, celles d'origine aussi"),
    "sceaux-vides": Attaque(fausse(SCEAUX), points=RIEN, etat=None, dit="vider les listes de contrôle du correcteur"),
    "crochet": Attaque(fausse(CROCHET), points=RIEN, vite=True, dit="un crochet d'IPython appelé avant chaque cellule"),
    "trace": Attaque(
        fausse(TRACE, "return globals().get('VU')"), points=RIEN, dit="suivre l'exécution (`settrace`) pour voir le juge passer"
    ),
    "tolerance": Attaque(fausse(TOLERANCE), points=RIEN, etat=None, dit="les tolérances du juge portées à un milliard"),
    "verite-appelant": Attaque(
        fausse(PIOCHER, APPELANT), points=RIEN, vite=True, dit="la vérité lue dans les variables de l'appelant"
    ),
    "verite-cache": Attaque(fausse(PIOCHER, CACHE), points=RIEN, dit="la vérité lue dans le cache des mondes"),
    "verite-memoire": Attaque(fausse(PIOCHER, MEMOIRE), points=RIEN, dit="la vérité cherchée dans toute la mémoire (`gc`)"),
    "secret": Attaque(
        fausse(PIOCHER, SECRET), points=RIEN, vite=True, dit="le secret de la classe lu, ou remplacé par la valeur publique"
    ),
    "pandas-rapiece": Attaque(fausse(PANDAS), points=RIEN, dit="les méthodes de pandas dont la vérité se sert, remplacées"),
    "noter-redefini": Attaque(fausse(MAXIMUM), points=RIEN, dit="`noter` redéfini dans le carnet"),
    "noter-remplace": Attaque(
        fausse(f"import chatmairie, chatmairie.atelier.gestes\n{MAXIMUM}chatmairie.noter = chatmairie.atelier.gestes.noter = noter"),
        points=RIEN, dit="`noter` remplacé dans le paquet",
    ),
    "juge-rapiece": Attaque(
        fausse("from chatmairie.juge import jugement\njugement.juger = lambda *a, **k: None"), points=RIEN,
        dit="le juge remplacé dans le paquet",
    ),
    "menteur": Attaque(
        fausse(MENTEUR, "return Serie([1.0, 2.0])"), points=RIEN, dit="une table dont les méthodes mentent"
    ),
    "menteur-nombre": Attaque(fausse(MENTEUR, "return Registre(a=Nombre(1))"), points=RIEN, dit="un nombre et un dictionnaire qui mentent"),
    "note-forgee": Attaque(
        fausse(FORGE), points=RIEN, dit="une carte et un compte rendu forgés dans les résultats d'une cellule"
    ),
    "note-muette": Attaque(
        fausse("ip = get_ipython()\nip.displayhook.write_format_data = print\nip.ast_node_interactivity = 'none'"),
        points=RIEN, dit="empêcher la note de s'afficher",
    ),
    "exception-avalee": Attaque(
        fausse("get_ipython().set_custom_exc((Exception,), lambda *a, **k: None)"), points=RIEN,
        nu="0 : sans effet", dit="avaler les erreurs (`set_custom_exc`)",
    ),
    "reponse-au-juge": Attaque(
        fausse("", PAR_LE_CANAL), points=RIEN, vite=True, dit="répondre soi-même au correcteur, note comprise"
    ),
    "productions-forgees": Attaque(
        fausse(PRODUCTIONS), points=RIEN, dit="annoncer au correcteur d'autres réponses que celles du carnet"
    ),
    "assert-true": Attaque(
        _note_reecrite, points=RIEN, etat="remise_en_ordre", nu="0 : la cellule est remise",
        dit="la cellule de note remplacée par `assert True`",
    ),
    "points-100": Attaque(
        _etiquettes(points=100), points=RIEN, etat="remise_en_ordre", nu="0 : les points sont remis",
        dit="`points: 100` dans l'étiquette",
    ),
    "etiquette-retournee": Attaque(
        _etiquettes(grade=False, solution=True), points=RIEN, etat="remise_en_ordre", vite=True,
        nu="élève sans note (« Inconsistent checksums »)", dit="l'étiquette d'une cellule de note retournée",
    ),
    "note-doublee": Attaque(
        _note_doublee, etat="remise_en_ordre", nu="toute la suite de la classe reste sans note",
        dit="une cellule de note copiée deux fois",
    ),
    "note-du-formateur": Attaque(
        au_debut("class NoteDuFormateur(Exception):\n    pass\nraise NoteDuFormateur('notez-moi à la main')"),
        vite=True, dit="une erreur au nom de celles que le correcteur réserve au formateur",
    ),
    "note-du-formateur-2": Attaque(
        fausse("", "raise type('NoteDuFormateur', (Exception,), {})('à la main')"),
        points=RIEN, dit="une erreur réservée au formateur, levée par la fonction jugée",
    ),
    "erreur-deguisee": Attaque(
        fausse("", "raise type('FormeInattendue', (Exception,), {})('<script>1</script>\\x1b[2J')"),
        points=RIEN, dit="une erreur au nom de celles du juge, au message en HTML et en séquences de terminal",
    ),
    **{
        f"faux-{nom.split('.')[0].split('/')[0]}": Attaque(
            deposer=avec_fichier(nom, source), points=RIEN, dit="un faux module rendu à côté du carnet"
        )
        for nom, source in {
            "chatmairie.py": MAXIMUM, "pandas.py": "raise ImportError('piège')", "encodings/__init__.py": "1 / 0",
            "ipykernel_launcher.py": "raise SystemExit('piège')", "sitecustomize.py": "import os; os._exit(0)",
            "json.py": "1 / 0", "profile_default/startup/00.py": "1 / 0",
        }.items()
    },
}  # fmt: skip
