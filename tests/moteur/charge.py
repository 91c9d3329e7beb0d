"""De quoi occuper le processeur : une durée de calcul, et une machine chargée."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

VIE_S = 120
_TOURNER = f"import time\nfin = time.monotonic() + {VIE_S}\nwhile time.monotonic() < fin: pass"


def calculer(secondes: float) -> None:
    """Calcule pendant ce temps de processeur."""
    fin = time.process_time() + secondes
    while time.process_time() < fin:
        pass


@contextmanager
def machine_occupee(boucles: int = 4) -> Iterator[None]:
    """Des boucles tournent à côté ; elles finissent d'elles-mêmes, et ici au plus tard."""
    lancees = [subprocess.Popen([sys.executable, "-I", "-S", "-c", _TOURNER]) for _ in range(boucles)]
    try:
        yield
    finally:
        for processus in lancees:
            processus.kill()
            processus.wait()
