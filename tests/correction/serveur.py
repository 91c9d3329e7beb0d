"""JupyterLab comme le lance le formateur : depuis le dossier de sa classe, avec le formgrader de nbgrader."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

DEMARRAGE_S = 90


@contextmanager
def serveur_du_formateur(classe: Path, journal: Path) -> Iterator[str]:
    """Rend l'adresse locale du serveur ; l'arrête en sortant. Lève `RuntimeError` s'il ne démarre pas."""
    with socket.socket() as prise:
        prise.bind(("127.0.0.1", 0))
        port = prise.getsockname()[1]
    commande = [
        sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", f"--port={port}", "--port-retries=0",
        f"--ServerApp.root_dir={classe}", "--IdentityProvider.token=", "--ServerApp.password=",
    ]  # fmt: skip
    variables = {n: v for n, v in os.environ.items() if n not in ("PYTHONDONTWRITEBYTECODE", "CHATMAIRIE_SECRET")}
    with journal.open("w") as sortie:
        processus = subprocess.Popen(commande, cwd=classe, env=variables, stdout=sortie, stderr=subprocess.STDOUT)
        try:
            _attendre(f"http://127.0.0.1:{port}/api/status", processus, journal)
            yield f"http://127.0.0.1:{port}"
        finally:
            processus.terminate()
            processus.wait(timeout=20)


def _attendre(adresse: str, processus: subprocess.Popen, journal: Path) -> None:
    fin = time.monotonic() + DEMARRAGE_S
    while time.monotonic() < fin and processus.poll() is None:
        try:
            with urlopen(adresse, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"JupyterLab n'a pas démarré :\n{journal.read_text()[-3000:]}")
