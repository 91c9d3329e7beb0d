"""Le processus chaud : lancé dans l'enclos, il charge les bibliothèques, puis donne à chaque copie un processus à elle.

Il ne sait rien de la classe : ni copie, ni secret, ni monde caché. Chaque copie est un `fork` de lui, ou de celui, né
de lui, qui a déjà exécuté le carnet distribué. Elle prend ses propres espaces (utilisateur, processus, fichiers,
réseau, mémoire partagée), son propre /tmp, et s'y enferme. Ce qui tourne ensuite dans ce processus est à l'élève :
rien de ce qu'il dit n'est cru (voir `seances.py`).

    python -I -c "…" DESCRIPTEUR        (lancé par `enclos.py`, et par lui seul)
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

ELEVE = 65534
"""L'utilisateur sans droits (« nobody ») sous lequel tourne le code rendu quand la correction est lancée en root."""

ESPACES = 0x10000000 | 0x20000000 | 0x00020000 | 0x08000000 | 0x40000000 | 0x04000000
"""Utilisateur, processus, montages, mémoire partagée, réseau, nom de machine (drapeaux de `unshare`)."""

_MOURIR_AVEC_LE_PERE, _LISIBLE, _SANS_PRIVILEGES = 1, 4, 38
_A_PART, _RECURSIF, _LIER = 1 << 18, 1 << 14, 1 << 12
_OUVERTS = 512
_LIMITES = {"AS": "memoire", "CPU": "calcul", "NPROC": "processus", "FSIZE": "fichier"}
_TROUSSEAU = {"x86_64": 250, "aarch64": 219}
"""Le numéro de `keyctl`, dont l'opération 1 prend un trousseau neuf : une copie écrirait sinon à la suivante."""
_MESSAGE = 4096

_systeme = ctypes.CDLL(None, use_errno=True)


def principal(prise: socket.socket, reglages: dict[str, Any]) -> None:
    """Se dépouille de ses droits, charge les bibliothèques, puis sert les demandes jusqu'à la fin."""
    _sans_droits(reglages["enclos"])
    prise.set_inheritable(False)
    with suppress(OSError):
        os.chdir("/tmp" if reglages["enclos"] else reglages["dossier"])
    from chatmairie.correction import dedans_copie

    dedans_copie.chauffer()
    reglages["imbrique"] = reglages["enclos"] and _sait_imbriquer()
    _repondre(prise, {"pret": True, "imbrique": reglages["imbrique"]})
    while demande := prise_recue(prise):
        quoi, descripteurs = demande
        if quoi["quoi"] == "ouvrir":
            _repondre(prise, {"pid": _ouvrir(prise, descripteurs, reglages)})
        elif quoi["quoi"] == "avancer":
            prise = _avancer(prise, descripteurs)
        else:
            _fermer(int(quoi["pid"]))
            _repondre(prise, {})


def _avancer(prise: socket.socket, descripteurs: list[int]) -> socket.socket:
    """Un autre processus chaud, qui a exécuté les cellules du cours et répond par la prise reçue ; rend la sienne."""
    if os.fork():
        for descripteur in descripteurs:
            os.close(descripteur)
        return prise
    prise.close()
    _systeme.prctl(_MOURIR_AVEC_LE_PERE, signal.SIGKILL, 0, 0, 0)
    neuve = socket.socket(fileno=descripteurs[0])
    from chatmairie.correction import dedans_copie

    with os.fdopen(descripteurs[1]) as cellules:
        dedans_copie.avancer(json.load(cellules))
    _repondre(neuve, {"calcul": time.process_time()})
    return neuve


def prise_recue(prise: socket.socket) -> tuple[dict[str, Any], list[int]] | None:
    """Le message suivant et ses descripteurs ; `None` à la fin."""
    octets, descripteurs, _, _ = socket.recv_fds(prise, _MESSAGE, 4)
    return (json.loads(octets), descripteurs) if octets else None


def _repondre(prise: socket.socket, reponse: dict[str, Any]) -> None:
    prise.sendall(json.dumps(reponse).encode())


def _sans_droits(enclos: bool) -> None:
    """Sous root, dans l'enclos : devient l'utilisateur sans droits (dehors, il ne lirait peut-être pas Python).

    Partout : ne peut plus en gagner, et meurt avec qui l'a lancé.
    """
    if enclos and os.getuid() == 0:
        os.setgroups([])
        os.setresgid(ELEVE, ELEVE, ELEVE)
        os.setresuid(ELEVE, ELEVE, ELEVE)
    if sys.platform == "linux":
        _systeme.prctl(_SANS_PRIVILEGES, 1, 0, 0, 0)
        _systeme.prctl(_MOURIR_AVEC_LE_PERE, signal.SIGKILL, 0, 0, 0)
        _systeme.prctl(_LISIBLE, 0, 0, 0, 0)  # personne ne lit sa mémoire, même du même utilisateur


# --- une copie ------------------------------------------------------------------------------------


def _ouvrir(prise: socket.socket, descripteurs: list[int], reglages: dict[str, Any]) -> int:
    """Un processus pour une copie ; rend le numéro qu'il faut arrêter pour tout arrêter (0 : il n'a pas pu naître)."""
    lire, ecrire = os.pipe()
    if os.fork() == 0:
        prise.close()
        os.close(lire)
        _naitre(descripteurs, ecrire, reglages)
    os.close(ecrire)
    for descripteur in descripteurs:
        os.close(descripteur)
    with os.fdopen(lire, "rb") as tuyau:
        dit = tuyau.read()
    return int(dit or 0)


def _fermer(pid: int) -> None:
    if pid > 1:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(pid, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(-1, 0)


def _sait_imbriquer() -> bool:
    """Vrai si un processus d'ici peut prendre ses propres espaces et y monter un dossier."""
    pid = os.fork()
    if pid == 0:
        try:
            _prendre_ses_espaces()
            petit = os.fork()
            if petit == 0:
                os._exit(0 if _monter("tmpfs", "/tmp", "size=1m") else 1)
            _, fin = os.waitpid(petit, 0)
            os._exit(0 if fin == 0 else 1)
        except OSError:
            os._exit(1)
    return os.waitpid(pid, 0)[1] == 0


def _prendre_ses_espaces() -> None:
    """Lève `OSError` si le système refuse."""
    qui, groupe = os.getuid(), os.getgid()
    _systeme.prctl(_LISIBLE, 1, 0, 0, 0)
    if _systeme.unshare(ESPACES):
        raise OSError(ctypes.get_errno(), "unshare")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{qui} {qui} 1")
    Path("/proc/self/gid_map").write_text(f"{groupe} {groupe} 1")


def _monter(genre: str, ou: str, options: str = "", drapeaux: int = 0, source: str = "aucune") -> bool:
    return _systeme.mount(source.encode(), ou.encode(), genre.encode(), drapeaux, options.encode()) == 0


def _naitre(descripteurs: list[int], tuyau: int, reglages: dict[str, Any]) -> NoReturn:
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if not reglages["imbrique"]:
            os.write(tuyau, str(os.getpid()).encode())
            os.close(tuyau)
            os.setsid()
            _garder(descripteurs, reglages)
        _prendre_ses_espaces()
        gardien = os.fork()
        if gardien:
            os.write(tuyau, str(gardien).encode())
            os.close(tuyau)
            for descripteur in descripteurs:
                os.close(descripteur)
            _systeme.prctl(_LISIBLE, 0, 0, 0, 0)
            os.waitpid(gardien, 0)
            os._exit(0)
        os.close(tuyau)
        _systeme.prctl(_MOURIR_AVEC_LE_PERE, signal.SIGKILL, 0, 0, 0)
        os.setsid()
        _s_installer(reglages)
        _garder(descripteurs, reglages)
    except BaseException as erreur:  # ce processus n'a plus personne au-dessus de lui
        os.write(2, f"{type(erreur).__name__} : {erreur}\n".encode())
        os._exit(1)


def _s_installer(reglages: dict[str, Any]) -> None:
    """Ses propres /tmp, /dev/shm et trousseau de clés. Dans /proc, il ne voit que l'enclos, et n'y lit que lui."""
    _systeme.syscall(_TROUSSEAU.get(os.uname().machine, -1), 1, None)
    _monter("", "/", drapeaux=_A_PART | _RECURSIF)
    somme = reglages["limites"]["somme_des_fichiers"]
    gardes = {lieu: os.open(lieu, os.O_PATH) for lieu in reglages["sous_tmp"]}  # Python, s'il est lui-même sous /tmp
    for ou, taille in (("/tmp", somme), ("/dev/shm", somme // 8)):
        if not _monter("tmpfs", ou, f"size={taille},mode=0700"):
            raise OSError(ctypes.get_errno(), f"montage de {ou}")
    for lieu, descripteur in gardes.items():
        os.makedirs(lieu, exist_ok=True)
        if not _monter("", lieu, drapeaux=_LIER | _RECURSIF, source=f"/proc/self/fd/{descripteur}"):
            raise OSError(ctypes.get_errno(), f"montage de {lieu}")
        os.close(descripteur)


def _garder(descripteurs: list[int], reglages: dict[str, Any]) -> NoReturn:
    """Le premier processus de la copie : il n'exécute rien de l'élève, il enterre les orphelins jusqu'au dernier."""
    _limiter(reglages["limites"])
    _enfermer(reglages)
    if os.fork() == 0:
        from chatmairie.correction.dedans_copie import servir

        servir(descripteurs)
    for descripteur in descripteurs:
        os.close(descripteur)
    while True:
        try:
            os.wait()
        except ChildProcessError:
            os._exit(0)


def _limiter(limites: dict[str, int]) -> None:
    """Les limites du système ; celles qu'il refuse de poser sont passées."""
    try:
        import resource
    except ImportError:
        return
    voulues = {nom: limites[dit] for nom, dit in _LIMITES.items()} | {"NOFILE": _OUVERTS, "CORE": 0}
    for nom, valeur in voulues.items():
        with suppress(AttributeError, ValueError, OSError):
            numero = getattr(resource, f"RLIMIT_{nom}")
            dur = resource.getrlimit(numero)[1]
            voulue = valeur if dur == resource.RLIM_INFINITY else min(valeur, dur)
            resource.setrlimit(numero, (voulue, voulue))


class _EnTete(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


def _enfermer(reglages: dict[str, Any]) -> None:
    """Son dossier, sa maison, aucun droit ; puis Landlock, là où le système le connaît."""
    racine = Path("/tmp") if reglages["enclos"] else Path(reglages["dossier"])
    travail, maison = racine / "travail", racine / "maison"
    for dossier in (travail, maison):
        dossier.mkdir(exist_ok=True)
    os.environ |= {"HOME": str(maison), "IPYTHONDIR": str(maison / "ipython"), "MPLCONFIGDIR": str(maison / "mpl")}
    os.environ |= {"TMPDIR": str(racine), "CHATMAIRIE_PROGRESSION": str(travail / ".chatmairie" / "progression.json")}
    os.chdir(travail)
    if sys.platform == "linux":
        # version 3 de l'appel : deux fois trois mots, tous à zéro
        _systeme.capset(ctypes.byref(_EnTete(0x20080522, 0)), ctypes.byref((ctypes.c_uint32 * 6)()))
        enfermer_par_landlock(reglages["lisibles"], [str(racine), "/dev"])
        _systeme.prctl(_LISIBLE, 1, 0, 0, 0)


# --- Landlock : la couche du système (Linux 5.13 et plus, sans droits particuliers) sous l'enclos ---
#
# Un processus enfermé n'écrit que dans les dossiers permis, et n'en lit pas d'autres ; à partir de Linux 6.12, il
# n'envoie pas non plus de signal hors de l'enclos. Le réseau et le nombre de processus sont à `enclos.py`.

_CREER, _AJOUTER, _ENFERMER = 444, 445, 446  # numéros d'appel, les mêmes sur x86-64 et ARM 64
_LIRE = (1 << 0) | (1 << 2) | (1 << 3)  # exécuter, lire un fichier, lister un dossier
_TOUT_V1 = (1 << 13) - 1
_AJOUTS = ((2, 1 << 13), (3, 1 << 14), (5, 1 << 15))  # déplacer entre dossiers, tronquer, ioctl
_SUR_UN_FICHIER = (1 << 0) | (1 << 1) | (1 << 2) | (1 << 14) | (1 << 15)


class _Regles(ctypes.Structure):
    _fields_ = [("fichiers", ctypes.c_uint64), ("reseau", ctypes.c_uint64), ("portee", ctypes.c_uint64)]


class _Chemin(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("permis", ctypes.c_uint64), ("dossier", ctypes.c_int32)]


def version_de_landlock() -> int:
    """La version de Landlock de ce système ; 0 s'il ne le connaît pas."""
    if sys.platform != "linux" or os.uname().machine not in ("x86_64", "aarch64"):
        return 0
    try:
        version = _systeme.syscall(_CREER, None, ctypes.c_size_t(0), 1)
    except (OSError, AttributeError):
        return 0
    return max(0, version)


def enfermer_par_landlock(lisibles: list[str], modifiables: list[str]) -> bool:
    """Enferme ce processus et sa descendance. Rend faux si le système ne sait pas le faire."""
    version = version_de_landlock()
    if not version:
        return False
    tout = _TOUT_V1
    for depuis, droit in _AJOUTS:
        tout |= droit if version >= depuis else 0
    regles = _Regles(tout, 0, (1 << 0) | (1 << 1) if version >= 6 else 0)
    taille = 24 if version >= 6 else 16 if version >= 4 else 8
    descripteur = _systeme.syscall(_CREER, ctypes.byref(regles), ctypes.c_size_t(taille), 0)
    if descripteur < 0:
        return False
    for chemins, droits in ((lisibles, _LIRE), (modifiables, tout)):
        for chemin in chemins:
            _permettre(descripteur, chemin, droits & tout)
    if _systeme.prctl(_SANS_PRIVILEGES, 1, 0, 0, 0) or _systeme.syscall(_ENFERMER, descripteur, 0):
        return False
    os.close(descripteur)
    return True


def _permettre(regles: int, chemin: str, droits: int) -> None:
    try:
        ouvert = os.open(chemin, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(chemin):
        droits &= _SUR_UN_FICHIER
    regle = _Chemin(droits, ouvert)
    _systeme.syscall(_AJOUTER, regles, 1, ctypes.byref(regle), 0)
    os.close(ouvert)
