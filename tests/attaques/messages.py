"""Répondre n'importe quoi au correcteur : par le canal, à sa place, trop, jamais. Rien n'en devient une « panne »."""

from __future__ import annotations

from tests.attaques.attaque import RIEN, SANS_TAUX, Attaque, au_debut, dans_taux, fausse

CANAL = "from chatmairie.correction import dedans_copie as d\nimport gc, os, struct, time\ncanal = d._canal\n"
BRUT = CANAL + "import json, socket\ndef brut(octets):\n    os.write(canal._prise.fileno(), octets)\n"
FAUX = """for x in ({}, {'fini': 1, 'calcul': float('nan')}, {'fini': True, 'calcul': -1e300, 'numero': 10**70}, [], None, 'fini'):
    canal.envoyer(x)"""
SORTIES = """class S(str): pass
for genre in ('stream', 'error', 'display_data', 'execute_result', 'effacer', S('stream'), 3, None, ['stream']):
    for valeur in (None, [], {}, 3, 'x', {'text/html': 5, 'text/plain': None, 'image/png': {'a': 1}}, [['a']], {1: 2},
                   {'application/json': 10**70, 'text/html': '\\ud800', 'a/b\\n': 'x', 'x' * 999: 1, 'text/latex': [1]}):
        canal.envoyer({'sortie': genre, 'name': valeur, 'text': valeur, 'data': valeur, 'metadata': valeur,
                       'ename': valeur, 'evalue': valeur, 'traceback': valeur, 'attendre': valeur})
        canal.envoyer({'sortie': genre, 'data': valeur, 'metadata': {'chatmairie': {}, 'isolated': valeur}})
canal.envoyer({'sortie': 'error', 'ename': 'x', 'evalue': 'y', 'traceback': [1, None]})
canal.envoyer({'sortie': 'stream', 'name': '../../x', 'text': '\\x00\\x1b[2J\\ud800'})"""
PROFOND = """x = []
for _ in range(5000):
    x = [x]
canal.envoyer({'sortie': 'display_data', 'data': {'application/json': x}, 'metadata': {}})
arbre = ('[' * 100000 + ']' * 100000).encode()
brut(struct.pack('>I', 4 + len(arbre)) + struct.pack('>I', len(arbre)) + arbre)"""
ARBRES = """for arbre in ('[["eval","1"]]', '[["sous","int",1,2]]', '[["table"]]', '[{"fini":true}]', '[["suite",1]]', '[1,2', '',
              '[' + '9' * 4000 + ']', '[["dict",[[],{}],[1,2]]]', '[["tableau","|O8",0,8,[1]]]', '[["trop"]]', '[["boucle"]]',
              '[["inconnu","x\\\\u0000y"]]', '[NaN]', '[1e999]', '[{"sortie":["trop"]}]'):
    a = arbre.encode()
    brut(struct.pack('>I', 4 + len(a)) + struct.pack('>I', len(a)) + a)"""
FLOT = """import signal
for n in (signal.SIGPROF, signal.SIGALRM, signal.SIGINT, signal.SIGXCPU):
    signal.signal(n, signal.SIG_IGN)
signal.setitimer(signal.ITIMER_PROF, 0); signal.setitimer(signal.ITIMER_REAL, 0)
while True:
    try:
        canal.envoyer({'sortie': 'stream', 'name': 'stdout', 'text': 'x'})
        time.sleep(0.05)
    except BaseException:
        pass"""
FIL = """import threading
def parler():
    while True:
        d._canal.envoyer({'sortie': 'stream', 'name': 'stdout', 'text': 'x' * 1000})
threading.Thread(target=parler, daemon=True).start()"""
SANS_LIRE = """d._canal.envoyer({'rendu': {}, 'affiche': False})
os.kill(os.getpid(), 19)"""
FERMER = (
    "canal._prise.close()\nfor n in range(3, 20):\n    try:\n        os.close(n)\n    except OSError:\n        pass"
)
MONDE = "def faux(*a, **k):\n    return {}\n"
GEANT = "x = {x}\nd._canal.envoyer({{'rendu': x}}) if {forge} else None\nreturn x"


def _valeur(expression: str) -> str:
    return "import numpy as np, pandas as pd, datetime, itertools\nreturn " + expression


def _rendu(expression: str, dit: str) -> Attaque:
    return Attaque(dans_taux(_valeur(expression)), points=SANS_TAUX, etat=None, dit=dit)


def _patch(quoi: str, valeur: str) -> str:
    return f"{CANAL}d._Copie._{quoi} = lambda soi, demande: {valeur}"


MESSAGES: dict[str, Attaque] = {
    "faux-fini": Attaque(au_debut(CANAL + FAUX), points=None, etat=None, vite=True, dit="« fini » dit d'avance, de travers"),
    "sorties-absurdes": Attaque(
        au_debut(CANAL + SORTIES), vite=True, dit="des résultats de tous les mauvais types, envoyés à la main"
    ),
    "octets": Attaque(au_debut(BRUT + "brut(os.urandom(5000))"), points=None, etat=None, dit="des octets au hasard"),
    "longueur": Attaque(
        au_debut(BRUT + "brut(b'\\xff' * 400)"), points=None, etat=None, dit="une longueur annoncée de quatre milliards"
    ),
    "a-moitie": Attaque(
        au_debut(BRUT + "brut(struct.pack('>I', 60_000_000) + b'x')"), points=None, etat=None, dit="un message jamais fini"
    ),
    "profondeur": Attaque(au_debut(BRUT + PROFOND), points=None, etat=None, dit="cent mille emboîtements"),
    "arbres": Attaque(au_debut(BRUT + ARBRES), points=None, etat=None, dit="des messages presque justes"),
    "canal-ferme": Attaque(au_debut(CANAL + FERMER), etat="plantee", dit="fermer le canal"),
    "canal-ferme-monde": Attaque(
        dans_taux(CANAL + FERMER + "\nreturn 1"), points=SANS_TAUX, etat=None, vite=True, dit="fermer le canal pendant le jugement"
    ),
    "octets-monde": Attaque(
        dans_taux(BRUT + "brut(os.urandom(5000))\nreturn 1"), points=SANS_TAUX, etat=None,
        dit="des octets au hasard pendant le jugement",
    ),
    "flot-sans-fin": Attaque(
        au_debut(CANAL + FLOT), etat="delai", dit="parler sans fin, alarmes éteintes"
    ),
    "flot-monde": Attaque(
        dans_taux(CANAL + FLOT), points=SANS_TAUX, etat=None, dit="parler sans fin pendant le jugement"
    ),
    "fil-bavard": Attaque(au_debut(CANAL + FIL), points=None, etat=None, dit="un fil laissé derrière, qui parle sans fin"),
    "sans-lire": Attaque(
        dans_taux(CANAL + SANS_LIRE), points=SANS_TAUX, etat=None, dit="répondre d'avance, puis ne plus rien lire"
    ),
    **{
        f"patch-{quoi}-{rang}": Attaque(
            fausse(_patch(quoi, valeur)), points=RIEN, etat=None, vite=(quoi, rang) == ("monde", 1),
            dit="le processus de la copie réécrit pour répondre de travers",
        )
        for quoi, valeurs in {
            "monde": ("{}", "{'productions': 3, 'perimees': 4}", "None",
                      "{'productions': {n: ['fonction', 'a\\x00b', 0] for n in demande['noms']}, 'perimees': []}",
                      "{'productions': {n: ['classe', 'x', 7] for n in demande['noms']}, 'perimees': []}",
                      "{'productions': {n: [1] for n in demande['noms']}, 'perimees': [[]]}"),
            "copier": ("{'pid': float('inf')}", "{'pid': 'x'}", "[]", "{}"),
            "calcul": ("{'calcul': float('nan')}", "'x'"),
            "cellule": ("{'fini': []}", "time.sleep(10**6)"),
            "arreter": ("7",),
        }.items()
        for rang, valeur in enumerate(valeurs)
    },
    "calcul-menti": Attaque(
        au_debut(_patch("calcul", "'x'"), CANAL + "import signal\nsignal.signal(signal.SIGPROF, signal.SIG_IGN)\n"
                 "while True:\n    pass"),
        points=None, etat=None, vite=True, dit="mentir sur le temps de calcul, puis ne pas rendre la main",
    ),
    "enorme-entier": _rendu("10 ** 100_000", "un entier de cent mille chiffres"),
    "enorme-texte": _rendu("'a' * 60_000_000", "un texte de 60 Mo"),
    "enorme-table": _rendu("pd.DataFrame({i: range(1000) for i in range(5000)})", "une table de cinq millions de cases"),
    "enorme-zeros": _rendu("np.zeros((10**9,), dtype='u1')", "un tableau d'un Go"),
    "sans-fin": _rendu("itertools.count()", "un générateur sans fin"),
    "sans-fin-lent": Attaque(
        dans_taux("import time\nreturn (time.sleep(0.01) for _ in iter(int, 1))"), points=SANS_TAUX, etat=None,
        dit="un générateur sans fin, et lent",
    ),
    "boucle-sur-soi": _rendu("(lambda l: (l.append(l), l)[1])([])", "une liste qui se contient"),
    "collisions": _rendu("{i * (2**61 - 1): i for i in range(20000)}", "des clés choisies pour se heurter"),
    "categories": _rendu("pd.Series(pd.Categorical.from_codes(np.zeros(10**6, 'i1'), ['x' * 10**6]))", "un texte répété un million de fois"),
    "dates": _rendu("{datetime.datetime.max: pd.NaT, datetime.date.min: pd.Timedelta.max}", "des dates aux bornes"),
    "objets": _rendu("pd.Series([object(), lambda: 1, Ellipsis, type], index=[None, float('nan'), (), 'a'])", "des objets qui ne voyagent pas"),
    "nom-de-type": _rendu("type('a' * 10**6 + '\\n<script>', (dict,), {})(a=1)", "un type au nom d'un million de lettres"),
    "metaclasse": _rendu(
        "type('M', (type,), {'__eq__': lambda s, a: True, '__hash__': lambda s: 0, '__instancecheck__': lambda s, x: 1})"
        "('X', (float,), {'__class__': property(lambda s: 1 / 0), '__reduce__': lambda s: (print, ('piege',))})()",
        "une métaclasse qui ment, un objet piégé pour pickle"),
    "html-d-erreur": Attaque(
        dans_taux("raise type('<b>x</b>\\x00' if 0 else '<b>x</b>', (Exception,), {'__str__': lambda s: '<script>piege</script>' * 9999})()"),
        points=SANS_TAUX, dit="une erreur au nom et au message en HTML",
    ),
    "erreur-qui-leve": Attaque(
        dans_taux("raise type('E', (BaseException,), {'__str__': lambda s: 1 / 0, '__repr__': lambda s: 1 / 0})()"),
        points=SANS_TAUX, dit="une erreur dont le message lève une erreur",
    ),
}  # fmt: skip
