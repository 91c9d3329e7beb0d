"""L'enclos d'une copie : ses couches, et ce que chacune tient vraiment sur cette machine.

Un enclos est un processus chaud (`dedans.py`) lancé par bubblewrap dans une vue réduite du disque, sans réseau, avec
ses propres processus ; chaque copie y prend encore ses propres espaces. Rien n'est cru sur parole : avant de corriger,
un programme inoffensif essaie d'en sortir (`SONDE`), et une couche qui ne le retient pas compte comme absente.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatmairie.correction.encodage import Canal, CanalFerme
from chatmairie.juge.classe_en_cours import VARIABLE_CLASSE
from chatmairie.referentiel import lecture as referentiel

ATTENTE_S = 120
"""L'horloge de ce qui ne répond pas du tout : un processus chaud qui ne démarre pas."""

LIMITES = {
    "memoire": 4_000_000_000,
    "calcul": 1800,
    "processus": 64,
    "fichier": 200_000_000,
    "somme_des_fichiers": 400_000_000,
}
"""Octets, secondes de processeur, nombre. Mémoire et calcul : pour un processus ; les fichiers, pour toute la copie."""

AVANCES_MAX = 3
"""Carnets dont un processus chaud garde ce que le cours y calcule : ceux d'un devoir."""

_VUES = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin")
_DE_ETC = ("passwd", "group", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "fonts", "alternatives",
           "nsswitch.conf", "mime.types", "os-release")  # fmt: skip
_UN_FIL = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"), "1")
_GARDEES = ("LANG", "LC_ALL", "TZ", "OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")
_DEPART = (
    "import sys, json, socket; p = socket.socket(fileno=int(sys.argv[1])); r = json.loads(p.recv(65536));"
    "sys.path[:] = r['chemins']; from chatmairie.correction.dedans import principal; principal(p, r)"
)


class EnclosImpossible(RuntimeError):
    """L'enclos n'a pas pu être fait, ou il ne tient pas ; le message dit pourquoi, et quoi faire."""


def environnement(**plus: str) -> dict[str, str]:
    """Un environnement construit, pour un processus de la correction : rien n'y vient du formateur, hors la langue."""
    chemins = [str(Path(sys.executable).parent), "/usr/local/bin", "/usr/bin", "/bin"]
    gardees = {nom: os.environ[nom] for nom in (*_GARDEES, VARIABLE_CLASSE) if os.environ.get(nom)}
    return {"LANG": "C.UTF-8", "PATH": os.pathsep.join(chemins)} | _UN_FIL | gardees | plus


@dataclass
class Couches:
    """Ce que l'essai a constaté, en français : ce qui n'est pas tenu, et ce qui tient."""

    manquent: list[str]
    details: list[str]


class Enclos:
    """Un processus chaud, et les copies qu'il ouvre, une à la fois. Se ferme avec `fermer`.

    sans_enclos : sans bubblewrap (décision écrite du formateur). limites : voir `LIMITES`.
    Lève `EnclosImpossible`.
    """

    def __init__(self, sans_enclos: bool = False, limites: dict[str, int] | None = None) -> None:
        self.avec = not sans_enclos
        self.limites = {**LIMITES, **(limites or {})}
        self.dossier = Path(tempfile.mkdtemp(prefix="chatmairie-enclos-"))
        self._processus: subprocess.Popen | None = None
        self._ouverte = 0
        self._avances: dict[tuple[str, ...], socket.socket] = {}
        self.calcul = 0.0  # secondes de processeur des cellules exécutées d'avance
        if not hasattr(os, "fork"):
            raise EnclosImpossible(
                "La correction d'une classe demande Linux (ou macOS, sans enclos) : sous Windows, passez par WSL."
            )
        if self.avec and shutil.which("bwrap") is None:
            raise EnclosImpossible(
                "L'enclos des copies demande bubblewrap (Linux : « sudo apt-get install bubblewrap »)."
            )
        self._lancer()

    def _lancer(self) -> None:
        ici, la_bas = socket.socketpair()
        self._journal = tempfile.TemporaryFile()
        try:
            with la_bas, contextlib.ExitStack() as pile:
                self._processus = self._demarrer(la_bas.fileno(), pile)
            self._prise = self._par = ici
            self._prise.settimeout(ATTENTE_S)
            self._prise.sendall(json.dumps(self._reglages()).encode())
            self.imbrique = bool(_reponse(self._prise)["imbrique"])
        except (OSError, ValueError, KeyError, EnclosImpossible) as erreur:
            self._journal.seek(0)
            dit = self._journal.read().decode("utf-8", "replace").strip()[-600:]
            self.fermer()
            raise EnclosImpossible(f"L'enclos des copies n'a pas démarré ({dit or erreur}).") from erreur

    def _demarrer(self, descripteur: int, pile: contextlib.ExitStack) -> subprocess.Popen:
        python = [sys.executable, "-I", "-c", _DEPART, str(descripteur)]
        police, gardes = _police(pile), [descripteur]
        if police is not None and self.avec:
            gardes.append(police[0])
        commande = [*_bubblewrap(self.limites, police), *python] if self.avec else python
        env = environnement(
            HOME="/tmp", MPLCONFIGDIR="/tmp/mpl", MPLBACKEND="module://matplotlib_inline.backend_inline"
        )
        return subprocess.Popen(
            commande, env=env, pass_fds=gardes, stdin=subprocess.DEVNULL, stdout=self._journal, stderr=self._journal,
            start_new_session=True, cwd="/",
        )  # fmt: skip

    def _reglages(self) -> dict[str, Any]:
        return {
            "enclos": self.avec, "dossier": str(self.dossier), "limites": self.limites, "chemins": chemins_d_import(),
            "lisibles": ["/"] if self.avec else _lisibles(),
            "sous_tmp": [lieu for lieu in _lisibles() if lieu.startswith("/tmp/")],
        }  # fmt: skip

    def ouvrir(self, cellules: tuple[str, ...] = ()) -> tuple[Canal, socket.socket]:
        """Une copie neuve : son canal, et la prise par où lui passer d'autres canaux. Ferme celle d'avant.

        cellules : celles du carnet distribué ; ce que le cours y calcule et garde ne l'est qu'une fois.
        """
        self.refermer()
        if not self._vivant():
            self._relancer()
        self._par = self._avance(cellules) if cellules and self.imbrique else self._prise
        canal, le_sien = socket.socketpair()
        prises, les_siennes = socket.socketpair()
        with le_sien, les_siennes:
            socket.send_fds(self._par, [b'{"quoi": "ouvrir"}'], [le_sien.fileno(), les_siennes.fileno()])
            self._ouverte = _reponse(self._par)["pid"]
        return Canal(canal), prises

    def _avance(self, cellules: tuple[str, ...]) -> socket.socket:
        """Par où demander une copie de ce carnet ; par le processus chaud, si ces cellules arrêtent Python."""
        if cellules not in self._avances:
            if len(self._avances) >= AVANCES_MAX:
                self._avances.pop(next(iter(self._avances))).close()
            ici, la_bas = socket.socketpair()
            ici.settimeout(ATTENTE_S)
            with la_bas, tempfile.TemporaryFile("w+") as ecrites:
                json.dump(cellules, ecrites)
                ecrites.seek(0)
                socket.send_fds(self._prise, [b'{"quoi": "avancer"}'], [la_bas.fileno(), ecrites.fileno()])
            try:
                self.calcul += _reponse(ici)["calcul"]
            except (OSError, EnclosImpossible):
                ici = self._prise.dup()
            self._avances[cellules] = ici
        return self._avances[cellules]

    def refermer(self) -> None:
        """Arrête la copie ouverte et tout ce qu'elle a lancé, chaînes détachées comprises."""
        if not self._ouverte:
            return
        ouverte, self._ouverte = self._ouverte, 0
        if self.imbrique:
            with contextlib.suppress(OSError, ValueError, EnclosImpossible):
                self._par.sendall(json.dumps({"quoi": "fermer", "pid": ouverte}).encode())
                _reponse(self._par)
                return
        self._relancer()

    def _vivant(self) -> bool:
        return self._processus is not None and self._processus.poll() is None

    def _relancer(self) -> None:
        self._arreter()
        for chemin in self.dossier.iterdir():
            shutil.rmtree(chemin, ignore_errors=True)
        self._lancer()

    def _arreter(self) -> None:
        processus, self._processus = self._processus, None
        if processus is None:
            return
        if not self.avec:  # sans espace de processus, il faut retrouver chaque descendant
            arreter_la_descendance(processus.pid)
        with contextlib.suppress(OSError):
            processus.kill()
        processus.wait()
        for prise in (self._prise, *self._avances.values()):
            prise.close()
        self._avances.clear()
        self._journal.close()

    def fermer(self) -> None:
        """Arrête tout, et efface le dossier jetable."""
        with contextlib.suppress(AttributeError):
            self._arreter()
        shutil.rmtree(self.dossier, ignore_errors=True)


def _reponse(prise: socket.socket) -> dict[str, Any]:
    octets = prise.recv(4096)
    if not octets:
        raise EnclosImpossible("le processus de l'enclos s'est arrêté")
    return json.loads(octets)


def arreter_la_descendance(numero: int, delai: float = 5.0) -> None:
    """Arrête tout ce qu'un processus a lancé, démons adoptés compris (pas lui) ; rend la main quand c'est fini."""
    import psutil

    fin = time.monotonic() + delai
    try:
        racine = psutil.Process(numero)
    except psutil.NoSuchProcess:
        return
    while time.monotonic() < fin:
        try:
            vivants = [p for p in racine.children(recursive=True) if p.status() != psutil.STATUS_ZOMBIE]
        except psutil.NoSuchProcess:
            return
        if not vivants:
            return
        for processus in vivants:
            with contextlib.suppress(psutil.NoSuchProcess):
                processus.kill()
        psutil.wait_procs(vivants, timeout=0.5)


def chemins_d_import() -> list[str]:
    """Les dossiers d'import, sans celui d'où l'on lance."""
    return [c for c in sys.path if c and os.path.isabs(c) and os.path.exists(c)]


def _lisibles() -> list[str]:
    """Ce que lit une copie : Python et ses bibliothèques, le paquet, le système. Rien de la classe."""
    paquet = Path(__file__).resolve().parents[1]
    lieux = {*_VUES, sys.prefix, sys.base_prefix, sys.exec_prefix, str(paquet), str(referentiel.dossier())}
    lieux |= {c for c in chemins_d_import() if c.endswith(("site-packages", "dist-packages"))}
    if conda := os.environ.get("CONDA_PREFIX"):
        lieux.add(conda)
    return sorted(lieu for lieu in lieux if os.path.exists(lieu)) + [f"/etc/{nom}" for nom in _DE_ETC]


def _bubblewrap(limites: dict[str, int], police: tuple[int, str] | None) -> list[str]:
    """La commande bubblewrap : vue réduite, espaces à part, aucun droit hors celui de devenir un autre."""
    commande = ["bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--die-with-parent"]
    commande += ["--new-session", "--cap-drop", "ALL"]
    if os.getuid() == 0:
        commande += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
    # avant le reste : Python peut lui-même être sous /tmp
    commande += ["--size", str(limites["somme_des_fichiers"]), "--perms", "1777", "--tmpfs", "/tmp"]
    dossiers = {"/tmp"}
    for lieu in _lisibles():
        if os.path.islink(lieu):
            commande += ["--symlink", os.readlink(lieu), lieu]
            continue
        for parent in reversed(Path(lieu).parents):
            # sans cela, les dossiers que fait bubblewrap sont fermés à un autre utilisateur
            if str(parent) not in ("/", *dossiers):
                commande += ["--perms", "0755", "--dir", str(parent)]
                dossiers.add(str(parent))
        commande += ["--ro-bind-try", lieu, lieu]
    commande += ["--proc", "/proc", "--dev", "/dev"]
    commande += ["--perms", "0777", "--dir", "/tmp/mpl"]
    if police is not None:
        commande += ["--file", str(police[0]), f"/tmp/mpl/{police[1]}"]
    # rien d'autre que /tmp ne s'écrit : ce qu'une copie laisserait ailleurs, la suivante le lirait
    return [*commande, "--remount-ro", "/dev", "--remount-ro", "/", "--"]


def _police(pile: contextlib.ExitStack) -> tuple[int, str] | None:
    """La liste des polices de matplotlib, déjà faite : la refaire dans chaque enclos prendrait des secondes."""
    import matplotlib
    from matplotlib import font_manager

    nom = f"fontlist-v{font_manager.FontManager.__version__}.json"
    with contextlib.suppress(OSError):
        return pile.enter_context(open(Path(matplotlib.get_cachedir(), nom), "rb")).fileno(), nom
    return None


# --- l'essai --------------------------------------------------------------------------------------

SONDE = """
import json as _j, os as _o, socket as _s
def _essayer(quoi, faire):
    try:
        faire()
        return [quoi]
    except BaseException:
        return []
def _lire(): open(TEMOIN).read()
def _ecrire():
    with open(TEMOIN, "a") as f: f.write("x")
def _droits(): _o.chmod(TEMOIN, 0o777)
def _tcp():
    p = _s.socket(); p.settimeout(2); p.connect(("127.0.0.1", PORT))
def _udp():
    p = _s.socket(_s.AF_INET, _s.SOCK_DGRAM); p.sendto(b"x", ("127.0.0.1", PORT_UDP))
def _unix():
    p = _s.socket(_s.AF_UNIX); p.connect(TUBE)
def _abstrait():
    p = _s.socket(_s.AF_UNIX); p.connect("\\0" + TUBE)
def _signal(): _o.kill(VOISIN, 0)
def _voir(): open(f"/proc/{VOISIN}/cmdline").read() or 1 / 0
def _etre_root(): _o.setuid(0)
def _root(): _o.getuid() and 1 / 0
def _sans_limite():
    import resource as _r
    [_r.getrlimit(n)[0] for n in (_r.RLIMIT_AS, _r.RLIMIT_NPROC, _r.RLIMIT_FSIZE, _r.RLIMIT_CPU)].index(-1)
_reussis = []
for _nom, _faire in (("lire", _lire), ("ecrire", _ecrire), ("droits", _droits), ("tcp", _tcp), ("unix", _unix),
                     ("abstrait", _abstrait), ("udp", _udp), ("signal", _signal), ("voir", _voir),
                     ("setuid", _etre_root), ("root", _root), ("limites", _sans_limite)):
    _reussis += _essayer(_nom, _faire)
print("SONDE" + _j.dumps(_reussis))
"""


def essayer(enclos: Enclos) -> Couches:
    """Fait courir `SONDE` dans une copie ordinaire, et regarde ce qu'elle a pu faire."""
    with tempfile.TemporaryDirectory(prefix="chatmairie-temoin-") as dossier, contextlib.ExitStack() as pile:
        temoin, tube = Path(dossier, "secret.txt"), str(Path(dossier, "prise"))
        temoin.write_text("témoin", encoding="utf-8")
        tcp = pile.enter_context(socket.create_server(("127.0.0.1", 0)))
        udp = pile.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        udp.bind(("127.0.0.1", 0))
        for adresse in (tube, "\0" + tube):
            if adresse[0] != "\0" or sys.platform == "linux":
                prise = pile.enter_context(socket.socket(socket.AF_UNIX))
                prise.bind(adresse)
                prise.listen()
        voisin = pile.enter_context(subprocess.Popen(["sleep", "600"]))
        pile.callback(voisin.kill)
        valeurs = {"TEMOIN": str(temoin), "TUBE": tube, "PORT": tcp.getsockname()[1], "PORT_UDP": udp.getsockname()[1],
                   "VOISIN": voisin.pid}  # fmt: skip
        tete = "\n".join(f"{nom} = {valeur!r}" for nom, valeur in valeurs.items())
        reussis = _courir(enclos, tete + SONDE)
        udp.settimeout(0.0 if "udp" not in reussis else 2.0)
        with contextlib.suppress(OSError):
            reussis -= {"udp"}  # envoyer dans le vide réussit toujours : seul compte ce qui arrive
            if udp.recv(1):
                reussis |= {"udp"}
        if temoin.read_text(encoding="utf-8") != "témoin":
            reussis |= {"ecrire"}
    return _conclure(enclos, reussis)


def _courir(enclos: Enclos, source: str) -> set[str]:
    canal, prises = enclos.ouvrir()
    texte = ""
    try:
        canal.envoyer({"quoi": "cellule", "source": source, "calcul": 30.0})
        while "fini" not in (recu := canal.recevoir(ATTENTE_S)):
            texte += recu.get("text", "") if recu.get("name") == "stdout" else ""
    except (CanalFerme, TimeoutError, ValueError) as erreur:
        raise EnclosImpossible("L'essai de l'enclos n'a pas pu courir : une copie n'y démarre pas.") from erreur
    finally:
        canal.fermer()
        prises.close()
        enclos.refermer()
    dit = next((ligne[5:] for ligne in texte.splitlines() if ligne.startswith("SONDE")), None)
    if dit is None:
        raise EnclosImpossible(f"L'essai de l'enclos n'a rien rendu ({texte.strip()[-300:]}).")
    return set(json.loads(dit))


def _conclure(enclos: Enclos, reussis: set[str]) -> Couches:
    from chatmairie.correction.dedans import version_de_landlock  # ne s'importe pas sous Windows

    fichiers, reseau = not reussis & {"lire", "ecrire", "droits"}, not reussis & {"tcp", "udp", "unix", "abstrait"}
    processus = not reussis & {"signal", "voir", "setuid", "root"}
    tenus = {
        "fichiers enfermés : ni carnet de notes, ni énoncés, ni secret, ni copies des autres": fichiers,
        "réseau fermé, prises de cette machine comprises": reseau,
        "processus à part, sans droits, arrêtés avec la copie": processus,
        "un espace neuf pour chaque copie": enclos.imbrique,
        "Landlock en dessous": version_de_landlock() > 0,
        "mémoire, calcul, processus et fichiers limités": "limites" not in reussis,
    }
    exigees = {"les fichiers": fichiers, "le réseau": reseau, "les processus": processus}
    return Couches([n for n, tenu in exigees.items() if not tenu], [n for n, tenu in tenus.items() if tenu])
