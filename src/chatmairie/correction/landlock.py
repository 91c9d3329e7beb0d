"""Landlock : la couche du système (Linux 5.13 et plus, sans droits particuliers) sous l'enclos.

Un processus enfermé n'écrit que dans les dossiers permis, et n'en lit pas d'autres ; à partir de Linux 6.12, il
n'envoie pas non plus de signal hors de l'enclos. Le réseau et le nombre de processus sont à `enclos.py`.
"""

from __future__ import annotations

import ctypes
import os
import sys

_CREER, _AJOUTER, _ENFERMER = 444, 445, 446  # numéros d'appel, les mêmes sur x86-64 et ARM 64
_SANS_PRIVILEGES = 38

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
        version = ctypes.CDLL(None, use_errno=True).syscall(_CREER, None, ctypes.c_size_t(0), 1)
    except (OSError, AttributeError):
        return 0
    return max(0, version)


def enfermer(lisibles: list[str], modifiables: list[str]) -> bool:
    """Enferme ce processus et sa descendance. Rend faux si le système ne sait pas le faire."""
    version = version_de_landlock()
    if not version:
        return False
    systeme = ctypes.CDLL(None, use_errno=True)
    tout = _TOUT_V1
    for depuis, droit in _AJOUTS:
        tout |= droit if version >= depuis else 0
    regles = _Regles(tout, 0, (1 << 0) | (1 << 1) if version >= 6 else 0)
    taille = 24 if version >= 6 else 16 if version >= 4 else 8
    descripteur = systeme.syscall(_CREER, ctypes.byref(regles), ctypes.c_size_t(taille), 0)
    if descripteur < 0:
        return False
    for chemins, droits in ((lisibles, _LIRE), (modifiables, tout)):
        for chemin in chemins:
            _permettre(systeme, descripteur, chemin, droits & tout)
    if systeme.prctl(_SANS_PRIVILEGES, 1, 0, 0, 0) or systeme.syscall(_ENFERMER, descripteur, 0):
        return False
    os.close(descripteur)
    return True


def _permettre(systeme: ctypes.CDLL, regles: int, chemin: str, droits: int) -> None:
    try:
        ouvert = os.open(chemin, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not os.path.isdir(chemin):
        droits &= _SUR_UN_FICHIER
    regle = _Chemin(droits, ouvert)
    systeme.syscall(_AJOUTER, regles, 1, ctypes.byref(regle), 0)
    os.close(ouvert)
