"""Un Ctrl+C qui ne se perd pas, et tout arrêter de ce qu'un processus a lancé."""

from __future__ import annotations

import contextlib
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


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

    Levée n'importe où, l'exception se perd quand elle tombe pendant qu'un processus se lance (Python l'ignore dans ses
    crochets), ou laisse un processus que plus rien ne suit. Un Ctrl+C déjà ignoré (`nohup`) le reste.
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
