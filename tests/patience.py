"""Attendre ce que l'on regarde, jamais un temps : sur une machine chargée, un essai dure plus, il n'échoue pas.

Une seule limite, `PATIENCE_S`, en dernier recours : un essai qui passe ne l'attend jamais.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

PATIENCE_S = 180
PATIENCE_MS = 1000 * PATIENCE_S


def temps_de_calcul(faire: Callable[[int], Any]) -> float:
    """Le temps de processeur de `faire(0)`, `faire(1)`, `faire(2)` : le plus court, en secondes."""
    durees = []
    for fois in range(3):
        debut = time.process_time()
        faire(fois)
        durees.append(time.process_time() - debut)
    return min(durees)


@contextmanager
def serveur_jupyter(
    commande: Sequence[str], dossier: Path, variables: Mapping[str, str], journal: Path, jeton: str = ""
) -> Iterator[str]:
    """`commande` (JupyterLab) lancée sans navigateur dans `dossier` ; rend son adresse dès qu'elle répond.

    L'arrête en sortant. Lève `RuntimeError`, avec la fin du journal, si le serveur s'arrête ou ne répond pas.
    """
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port = prise.getsockname()[1]
    options = ["--no-browser", "--allow-root", f"--port={port}", "--ServerApp.port_retries=0"]
    options += [f"--IdentityProvider.token={jeton}", "--ServerApp.password="]
    with journal.open("w") as sortie:
        processus = subprocess.Popen(
            [*commande, *options], cwd=dossier, env=dict(variables), stdin=subprocess.DEVNULL, stdout=sortie,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            adresse = f"http://127.0.0.1:{port}"
            fin = time.monotonic() + PATIENCE_S
            while not _repond(f"{adresse}/api/status?token={jeton}"):
                if processus.poll() is not None or time.monotonic() > fin:
                    raise RuntimeError(f"JupyterLab n'a pas démarré :\n{journal.read_text()[-3000:]}")
                time.sleep(0.1)
            yield adresse
        finally:
            if processus.poll() is None:
                os.killpg(processus.pid, signal.SIGTERM)
            processus.wait(timeout=PATIENCE_S)


def _repond(adresse: str) -> bool:
    try:
        with urlopen(adresse, timeout=PATIENCE_S):
            return True
    except OSError:
        return False
