"""Arrêter, épuiser, abîmer : chaque limite dépassée, chaque cellule du cours sabotée."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import nbformat

from tests.attaques.attaque import ATTEINT, NOM, SANS_TAUX, Attaque, au_debut, avant_le_cours, dans_taux

SOURDE = """import signal, time
for n in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM, signal.SIGPROF, signal.SIGVTALRM):
    signal.signal(n, signal.SIG_IGN)
while True:
    try:
        time.sleep(1)
    except BaseException:
        pass"""
CALCUL = """import signal
signal.setitimer(signal.ITIMER_PROF, 0); signal.setitimer(signal.ITIMER_REAL, 0)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass"""
RELAIS = """import os, signal, time
signal.setitimer(signal.ITIMER_PROF, 0); signal.setitimer(signal.ITIMER_REAL, 0)
while True:
    if os.fork():
        time.sleep(10**6)
    fin = time.process_time() + 1
    while time.process_time() < fin:
        pass"""
BOMBE = """import os
nes = 0
try:
    while nes < 500:
        if os.fork() == 0:
            import time
            time.sleep(100)
            os._exit(0)
        nes += 1
except OSError:
    pass
print(nes, 'processus')
if nes >= 100:
    print(ATTEINT, 'processus')"""
FILS = """import threading, time
try:
    for _ in range(5000):
        threading.Thread(target=time.sleep, args=(100,), daemon=True).start()
    print(ATTEINT)
except RuntimeError:
    pass"""
MEMOIRE_GARDEE = """import numpy
garde = []
for taille in (10**7, 10**5, 10**3):
    try:
        while True:
            garde.append(numpy.empty(taille))
    except MemoryError:
        pass
while True:
    garde.append([])"""
SOMME = """import os
ecrit = 0
for lieu in ('/tmp', '/dev/shm', '.', os.path.expanduser('~')):
    try:
        for i in range(40):
            with open(os.path.join(lieu, f'gros-{i}'), 'wb') as f:
                for _ in range(10):
                    ecrit += f.write(b'x' * 2_000_000)
    except OSError:
        pass
print(ecrit)
if ecrit > 100_000_000:
    print(ATTEINT, ecrit)"""
UN_FICHIER = """import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    with open('gros', 'wb') as f:
        f.truncate(2_000_000_000)
    print(ATTEINT)
except OSError:
    pass"""
INODES = """import os
try:
    for i in range(10**7):
        os.mkdir(f'd{i}'); os.chdir(f'd{i}') if i % 2 else None
except OSError:
    pass"""
LIMITES = """import os, resource
for nom in ('AS', 'CPU', 'NPROC', 'FSIZE', 'NOFILE'):
    try:
        resource.setrlimit(getattr(resource, 'RLIMIT_' + nom), (-1, -1))
        print(ATTEINT, nom)
    except (ValueError, OSError):
        pass
try:
    os.nice(-19); print(ATTEINT, 'nice')
except OSError:
    pass"""
DORMIR = "import time, signal\nsignal.setitimer(signal.ITIMER_REAL, 0)\ntime.sleep(10**6)"


def _tete(source: str) -> str:
    return f"ATTEINT = {ATTEINT!r}\n{source}"


def _trois_mille_cellules(carnet: object) -> None:
    au_debut(*["import time; time.sleep(0.02)"] * 3000)(carnet)


def _cent_mille_cellules(dossier: Path, carnet: Any) -> None:
    entier = json.loads(nbformat.writes(carnet))
    entier["cells"] += [{"cell_type": "markdown", "metadata": {}, "source": "x", "id": f"x{i}"} for i in range(100_000)]
    (dossier / NOM).write_text(json.dumps(entier), encoding="utf-8")


ARRETS: dict[str, Attaque] = {
    "sortie-brutale": Attaque(
        au_debut("import os\nos._exit(0)"), etat="plantee", vite=True, nu="élève sans aucune note",
        dit="`os._exit` dans une cellule",
    ),
    "sortie-dans-la-fonction": Attaque(
        dans_taux("import os\nos._exit(0)"), points=SANS_TAUX, etat="plantee", dit="`os._exit` dans une fonction"
    ),
    "sys-exit": Attaque(
        dans_taux("import sys\nsys.exit(0)"), points=SANS_TAUX, nu="0 à cet exercice", dit="`sys.exit` dans une fonction"
    ),
    "segfault": Attaque(au_debut("import ctypes\nctypes.string_at(0)"), etat="plantee", dit="une erreur de segmentation"),
    "boucle": Attaque(
        dans_taux("while True:\n    pass"), points=SANS_TAUX, nu="coupée, 0 à cet exercice", dit="une boucle sans fin dans une fonction"
    ),
    "boucle-avalee": Attaque(
        dans_taux("while True:\n    try:\n        while True: pass\n    except BaseException: pass"), points=SANS_TAUX,
        dit="une boucle qui avale l'arrêt",
    ),
    "boucle-de-cellule": Attaque(au_debut("while True:\n    pass"), etat="delai", dit="une boucle sans fin dans une cellule"),
    "calcul": Attaque(au_debut(CALCUL), etat="delai", dit="une boucle qui éteint les alarmes"),
    "calcul-en-relais": Attaque(au_debut(RELAIS), etat="delai", dit="un calcul qui se relaie de processus en processus"),
    "sourde": Attaque(au_debut(SOURDE), etat="delai", dit="une cellule qui dort et ignore tous les signaux"),
    "dormir-partout": Attaque(
        au_debut(*[DORMIR] * 12), points=None, etat="arretee", dit="douze cellules qui dorment : toute l'horloge de la copie"
    ),
    "trois-mille-cellules": Attaque(
        _trois_mille_cellules, points=None, etat="arretee", dit="trois mille cellules, chacune sous la limite",
    ),
    "cent-mille-cellules": Attaque(
        deposer=_cent_mille_cellules, points=0.0, etat="trop_grosse", dit="cent mille cellules, pour retenir qui les relit"
    ),
    "memoire": Attaque(
        dans_taux("return [bytearray(10**9) for _ in range(40)]"), points=SANS_TAUX, etat=None,
        nu="aucune limite ; élève sans aucune note", dit="quarante Go de mémoire",
    ),
    "memoire-gardee": Attaque(au_debut(MEMOIRE_GARDEE), etat="plantee", dit="toute la mémoire permise, gardée"),
    "bombe": Attaque(au_debut(_tete(BOMBE)), points=None, etat=None, vite=True, dit="une bombe de processus"),
    "fils": Attaque(au_debut(_tete(FILS)), points=None, etat=None, dit="cinq mille fils d'exécution"),
    "somme": Attaque(au_debut(_tete(SOMME)), points=None, etat=None, vite=True, dit="la somme des fichiers, par petits morceaux"),
    "un-fichier": Attaque(au_debut(_tete(UN_FICHIER)), dit="un seul fichier démesuré"),
    "inodes": Attaque(au_debut(INODES), points=None, etat=None, dit="des dossiers sans nombre"),
    "limites": Attaque(au_debut(_tete(LIMITES)), dit="relever ses propres limites"),
    "flot": Attaque(
        au_debut("for _ in range(300):\n    print('x' * 200_000)"), nu="survit, plus lent", vite=True, dit="soixante Mo de résultats"
    ),
    "flot-de-cellules": Attaque(
        au_debut(*["print('x' * 11_000_000)"] * 12), dit="douze cellules de onze Mo de résultats"
    ),
    "sous-python": Attaque(
        au_debut("import os\nfor _ in range(30): os.write(1, b'x' * 10_000_000)"), points=None, etat=None, dit="trois cents Mo écrits sous Python"
    ),
    "saisie": Attaque(
        dans_taux("return input('combien ?')"), points=SANS_TAUX, nu="0 à cet exercice", dit="`input()` dans une fonction"
    ),
    "tuer-la-reserve": Attaque(
        au_debut("import os\nos.kill(-1, 9)"), vite=True, dit="tuer l'état gardé pour reprendre après elle",
    ),
    "tuer-la-reserve-et-soi": Attaque(
        au_debut("import os\nos.kill(-1, 9); os._exit(1)"), points=0.0, etat="arretee",
        dit="tuer l'état gardé, puis soi-même : ce qui n'a pas pu être jugé compte 0, et c'est dit",
    ),
    "figer-la-reserve": Attaque(
        au_debut("import os\nos.kill(-1, 19)"), dit="figer tous les processus de la copie"
    ),
    "se-figer": Attaque(
        dans_taux("import os\nos.kill(os.getpid(), 19)\nreturn 1"), points=SANS_TAUX, etat=None, dit="se figer pendant le jugement"
    ),
    "apres-fork": Attaque(
        au_debut("import os\nos.register_at_fork(after_in_child=lambda: os._exit(1))"), etat="plantee",
        dit="empêcher toute copie du processus",
    ),
    "expression": Attaque(
        dans_taux("import re\nreturn re.match('(a+)+$', 'a' * 60 + 'b')"), points=SANS_TAUX, etat=None,
        dit="une expression régulière sans fin, sourde aux alarmes",
    ),
    **{
        f"cours-{nom}": Attaque(avant_le_cours(source), points=None, etat=None, vite=nom == "pandas", dit=f"une cellule du cours sabotée : {dit}")
        for nom, (source, dit) in {
            "pandas": ("import sys\nsys.modules['pandas'] = None", "pandas introuvable"),
            "affichage": ("import IPython.display as i\ni.display = None\nget_ipython().display_formatter.format = None", "l'affichage cassé"),
            "fonctions": ("import chatmairie\nfor n in list(vars(chatmairie)):\n    if not n.startswith('__'): setattr(chatmairie, n, 3)",
                          "les fonctions du cours remplacées"),
            "modules": ("import sys\nsys.modules.clear()", "la table des modules vidée"),
            "open": ("import builtins, io\nbuiltins.open = io.open = None", "`open` cassé"),
            "import": ("import builtins\nbuiltins.__import__ = lambda *a: 1 / 0", "l'import cassé"),
            "noms": ("SEUIL_DU_COURS = pd = np = chatmairie = verifier = 3", "un nom du cours redéfini"),
            "print": ("import builtins\nbuiltins.print = lambda *a: 1 / 0", "`print` cassé"),
            "json": ("import json\njson.JSONEncoder = json.dumps = json.loads = None\njson.JSONEncoder", "JSON cassé"),
            "fork": ("import os\nos.fork = lambda: 1 / 0", "`fork` cassé"),
            "intrus": ("import builtins\nfor n in dir(builtins):\n    if n[0].islower(): setattr(builtins, n, 3)", "les fonctions de base remplacées"),
            "crochets": ("get_ipython().events.register('pre_run_cell', lambda *a: 1 / 0)\nget_ipython().run_cell = None", "l'interpréteur cassé"),
            "flux": ("import sys\nsys.stdout = sys.stderr = None", "les flux fermés"),
            "dossier": ("import os\nos.chdir('/'); os.environ.clear()", "dossier et environnement changés"),
        }.items()
    },
}  # fmt: skip
