"""Une copie dans un processus à elle : une horloge, et rien ne lui survit.

Le processus est un chef de session qui adopte sa descendance orpheline (Linux) : un démon lancé par une copie reste
à lui, et s'arrête avec lui. Il s'arrête aussi quand celui qui corrige s'arrête.
"""

from __future__ import annotations

import contextlib
import ctypes
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_ADOPTER, _MOURIR_AVEC_LE_PERE = 36, 1
HERITE = sys.platform == "linux"
"""Vrai si un processus de correction hérite de ce qui est déjà chargé ; sinon il recharge tout (macOS, Windows)."""


@dataclass
class Travail:
    """Une copie en cours de correction."""

    cle: tuple[str, str]
    processus: Any
    fin: float
    debut: float = field(default_factory=time.monotonic)

    @property
    def depasse(self) -> bool:
        return time.monotonic() > self.fin


@dataclass
class Interruption:
    """Un Ctrl+C reçu et pas encore traité."""

    demandee: bool = False

    def lever(self) -> None:
        """Lève `KeyboardInterrupt` si un Ctrl+C a été reçu."""
        if self.demandee:
            raise KeyboardInterrupt


@contextlib.contextmanager
def interruption_retenue() -> Iterator[Interruption]:
    """Retient un Ctrl+C jusqu'au prochain `lever()`.

    Levée n'importe où, l'exception se perd quand elle tombe pendant `fork` (Python l'ignore dans ses crochets), ou
    laisse un processus que plus rien ne suit. Un Ctrl+C déjà ignoré (`nohup`) le reste.
    """
    interruption = Interruption()
    ancien = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or ancien in (signal.SIG_IGN, None):
        yield interruption
        return

    def _retenir(*_: Any) -> None:
        interruption.demandee = True

    signal.signal(signal.SIGINT, _retenir)
    try:
        yield interruption
    finally:
        signal.signal(signal.SIGINT, ancien)


def lancer(
    cle: tuple[str, str], fonction: Callable[..., None], journal: Path, secondes: float, *arguments: Any
) -> Travail:
    """Lance `fonction(*arguments)` dans un processus à part, dont tout l'écrit va dans `journal`."""
    journal.parent.mkdir(parents=True, exist_ok=True)
    contexte = multiprocessing.get_context("fork" if HERITE else "spawn")
    processus = contexte.Process(target=_dedans, args=(os.getpid(), str(journal), fonction, *arguments))
    processus.start()
    return Travail(cle, processus, time.monotonic() + secondes)


def _dedans(pere: int, journal: str, fonction: Callable[..., None], *arguments: Any) -> None:
    if hasattr(os, "setsid"):
        os.setsid()
    if sys.platform == "linux":
        systeme = ctypes.CDLL(None)
        systeme.prctl(_MOURIR_AVEC_LE_PERE, signal.SIGKILL, 0, 0, 0)
        systeme.prctl(_ADOPTER, 1, 0, 0, 0)
        if os.getppid() != pere:
            os._exit(1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sortie = os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(sortie, 1)
    os.dup2(sortie, 2)
    os.close(sortie)
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", errors="replace", buffering=1, closefd=False)
    try:
        fonction(*arguments)
    finally:
        arreter_la_descendance(os.getpid())


def arreter(travail: Travail) -> None:
    """Arrête un travail et tout ce qu'il a lancé."""
    arreter_la_descendance(travail.processus.pid)
    with contextlib.suppress(Exception):
        travail.processus.kill()
    travail.processus.join(5)


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


def attendre(travaux: list[Travail], secondes: float) -> None:
    """Attend qu'un des travaux finisse, `secondes` au plus."""
    from multiprocessing.connection import wait

    wait([t.processus.sentinel for t in travaux], timeout=secondes)
