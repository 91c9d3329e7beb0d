"""Des copies hostiles : ce qu'elles tentent, l'état et la note qu'elles doivent obtenir.

Chaque attaque part de réponses vides ou fausses, sauf celles qui abîment la classe avec des réponses justes : la note
dit si l'attaque a rapporté quelque chose, et les copies témoins disent si elle a nui à quelqu'un.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat

from tests.banque import banque
from tests.correction.court import EXERCICES, POINTS, Copie, cellule, code

NOM = "90_court.ipynb"
RIEN = {e: 0.0 for e in EXERCICES}
SANS_TAUX = {**POINTS, "donnees.taux": 0.0}


def _vider(carnet: Any) -> None:
    for exercice in EXERCICES:
        vide = next(r for r in banque.charger(exercice) if r.genre == "vide")
        cellule(carnet, exercice.replace(".", "-")).source = vide.texte


def _sans_reponse(source: str, fausse: str = "") -> Callable[[Any], None]:
    """Aucune réponse juste, et ce code au début."""

    def abimer(carnet: Any) -> None:
        _vider(carnet)
        cellule(carnet, "donnees-taux").source = fausse or "def taux_de_refus(archives, par):\n    return 'faux'"
        carnet.cells.insert(2, code(source))

    return abimer


def _dans_taux(corps: str) -> Callable[[Any], None]:
    """Tout juste, sauf une fonction qui fait autre chose."""

    def abimer(carnet: Any) -> None:
        lignes = "\n    ".join(corps.split("\n"))
        cellule(carnet, "donnees-taux").source = f"def taux_de_refus(archives, par):\n    {lignes}"

    return abimer


def _au_debut(source: str) -> Callable[[Any], None]:
    def abimer(carnet: Any) -> None:
        carnet.cells.insert(2, code(source))

    return abimer


def _fichier_piege(nom: str, source: str) -> Callable[[Path, Any], None]:
    def deposer(dossier: Path, carnet: Any) -> None:
        _vider(carnet)
        nbformat.write(carnet, dossier / NOM)
        (dossier / nom).parent.mkdir(parents=True, exist_ok=True)
        (dossier / nom).write_text(source, encoding="utf-8")

    return deposer


TOUT_VAUT_LE_MAXIMUM = "def noter(*a, **k):\n    return 2.0\n"
DECLENCHEUR = """import glob, sqlite3
for chemin in glob.glob('../../../*.db') + glob.glob('../../../../classe/*.db'):
    base = sqlite3.connect(chemin)
    base.execute('CREATE TRIGGER tout_juste AFTER UPDATE ON grade BEGIN UPDATE grade SET auto_score = 2; END')
    base.commit()"""
SOLUTIONS = """import glob, json, re
for chemin in glob.glob('../../../../course/*/*.ipynb') + glob.glob('../../../../course/*/*.py'):
    for cellule in json.load(open(chemin))['cells']:
        if cellule['metadata'].get('nbgrader', {}).get('solution') and cellule['cell_type'] == 'code':
            exec(''.join(cellule['source']))"""
AUTRES = """import glob, json
for chemin in sorted(glob.glob('../../*/*/*.ipynb') + glob.glob('../../../submitted/*/*/*.ipynb')):
    for cellule in json.load(open(chemin))['cells']:
        if cellule['metadata'].get('nbgrader', {}).get('solution') and cellule['cell_type'] == 'code':
            try:
                exec(''.join(cellule['source']))
            except Exception:
                pass"""
TRANSFORMATEUR = """import ast
class Tricher(ast.NodeTransformer):
    def visit_Call(self, noeud):
        if getattr(noeud.func, 'id', '') == 'noter':
            return ast.copy_location(ast.Constant(1.0), noeud)
        return self.generic_visit(noeud)
get_ipython().ast_transformers.append(Tricher())"""
MUETTE = """ip = get_ipython()
ip.displayhook.write_format_data = lambda *a, **k: None
ip.ast_node_interactivity = 'none'"""
DEMON = """import subprocess, sys
subprocess.Popen([sys.executable, '-c',
    "import time; time.sleep(4); open('../temoin-demon', 'w').write('vivant'); time.sleep(60)"],
    start_new_session=True)"""
TOUTE_LA_MEMOIRE = """import numpy
garde = []
for taille in (10**7, 10**5, 10**3):
    try:
        while True:
            garde.append(numpy.empty(taille))
    except MemoryError:
        pass
while True:
    garde.append([])"""
"""Une boucle qui ajoute sans fin à une liste : plus rien ne reste pour les cellules d'après."""
HABITUDE = """import os
dossier = os.path.expanduser('~/.ipython/profile_default/startup')
for lieu in (dossier, '..', '../..', '../../..'):
    try:
        os.makedirs(lieu, exist_ok=True)
        open(os.path.join(lieu, '00-piege.py'), 'w').write('raise SystemExit')
    except OSError:
        pass"""

ATTAQUES: dict[str, Copie] = {
    # --- gagner des points ------------------------------------------------------------------------------------------
    "transformateur": Copie(_sans_reponse(TRANSFORMATEUR), points=RIEN),
    "note-muette": Copie(_sans_reponse(MUETTE), points=RIEN, etat="note_illisible"),
    "noter-redefini": Copie(_sans_reponse(TOUT_VAUT_LE_MAXIMUM), points=RIEN),
    "noter-remplace": Copie(
        _sans_reponse("import chatmairie, chatmairie.atelier\n" + TOUT_VAUT_LE_MAXIMUM +
                      "chatmairie.noter = noter\nchatmairie.atelier.noter = noter"),
        points=RIEN,
    ),
    "juge-rapiece": Copie(
        _sans_reponse("from chatmairie import jugement\njugement.juger = lambda *a, **k: None"), points=RIEN
    ),
    "egal-a-tout": Copie(
        _sans_reponse(
            "class Tout:\n    __eq__ = __lt__ = __gt__ = __le__ = __ge__ = lambda s, a: True\n"
            "    __hash__ = object.__hash__",
            "def taux_de_refus(archives, par):\n    return Tout()",
        ),
        points=RIEN,
    ),
    "abs-remplace": Copie(_sans_reponse("import builtins\nbuiltins.abs = lambda x: 0"), points=RIEN),
    "lit-les-solutions": Copie(_sans_reponse(SOLUTIONS), points=RIEN, landlock=1),
    "lit-les-autres": Copie(_sans_reponse(AUTRES), points=RIEN, landlock=1),
    "declencheur": Copie(_sans_reponse(DECLENCHEUR), points=RIEN, landlock=1),
    "exception-avalee": Copie(
        _sans_reponse("get_ipython().set_custom_exc((Exception,), lambda *a, **k: None)"), points=RIEN
    ),
    "faux-chatmairie": Copie(deposer=_fichier_piege("chatmairie.py", TOUT_VAUT_LE_MAXIMUM), points=RIEN),
    "faux-lanceur": Copie(deposer=_fichier_piege("ipykernel_launcher.py", "raise SystemExit('piège')"), points=RIEN),
    "faux-pandas": Copie(deposer=_fichier_piege("pandas.py", "raise ImportError('piège')"), points=RIEN),
    # --- arrêter la classe ------------------------------------------------------------------------------------------
    "sortie-brutale": Copie(_au_debut("import os\nos._exit(0)"), etat="plantee"),
    "sortie-dans-la-fonction": Copie(_dans_taux("import os\nos._exit(0)"), points=SANS_TAUX, etat="plantee"),
    "sys-exit": Copie(_dans_taux("import sys\nsys.exit(0)"), points=SANS_TAUX),
    "segfault": Copie(_au_debut("import ctypes\nctypes.string_at(0)"), etat="plantee"),
    "boucle": Copie(_dans_taux("while True:\n    pass"), points=SANS_TAUX),
    "boucle-de-cellule": Copie(_au_debut("while True:\n    pass"), etat="delai"),
    "sourde": Copie(
        _au_debut(
            "import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\nwhile True:\n"
            "    try:\n        time.sleep(1)\n    except BaseException:\n        pass"
        ),
        etat="delai",
    ),
    "saisie": Copie(_dans_taux("return input('combien ?')"), points=SANS_TAUX),
    "memoire": Copie(_dans_taux("return [bytearray(10**9) for _ in range(40)]"), points=SANS_TAUX),
    "memoire-gardee": Copie(_au_debut(TOUTE_LA_MEMOIRE), etat="plantee"),
    "flot": Copie(_au_debut("for _ in range(300):\n    print('x' * 200_000)")),
    "tue-son-pere": Copie(_au_debut("import os, signal\nos.kill(os.getppid(), signal.SIGKILL)"), landlock=6),
    "tue-tout": Copie(
        _au_debut(
            "import os, psutil, signal\nfor p in psutil.Process().parents()[:2]:\n    os.kill(p.pid, signal.SIGKILL)"
        ),
        landlock=6,
    ),
    "demon": Copie(_au_debut(DEMON)),
    "efface-tout": Copie(
        _au_debut("import shutil\nfor lieu in ('../../..', '../..', '..'):\n    shutil.rmtree(lieu, True)"),
        landlock=1,
    ),
    "habitude": Copie(_au_debut(HABITUDE), landlock=1),
    "disque": Copie(
        _au_debut("with open('gros', 'wb') as f:\n    f.truncate(2_000_000_000)")
    ),
    # --- entrer chez le formateur -----------------------------------------------------------------------------------
    "script": Copie(
        lambda c: (
            c.cells.insert(2, code("from IPython.display import HTML\nHTML('<script>document.title=1</script>')")),
            setattr(cellule(c, "donnees-ouverte"), "source", "<script>document.title='piège'</script> Ma réponse."),
        )[0]
    ),
    "date-de-1999": Copie(
        deposer=lambda d, c: (
            nbformat.write(c, d / NOM),
            (d / "timestamp.txt").write_text("1999-01-01 00:00:00 UTC", encoding="utf-8"),
        )[0]
    ),
}  # fmt: skip
"""Élève -> sa copie, et ce qu'elle doit obtenir."""
