"""Une copie du dépôt, où l'on ajoute quelque chose, et ce que l'on y lance."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parents[2]


def copier_le_depot(depot: Path) -> Path:
    """Les fichiers suivis par git, copiés dans ce dossier."""
    suivis = subprocess.run(["git", "ls-files", "-z"], cwd=RACINE, capture_output=True, text=True, check=True)
    for nom in filter(None, suivis.stdout.split("\0")):
        (depot / nom).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(RACINE / nom, depot / nom)
    return depot


def lancer(copie: Path, *arguments: str) -> str:
    """Ce que dit Python lancé dans la copie, sur son code ; un code de sortie autre que 0 est un échec."""
    env = {n: v for n, v in os.environ.items() if not n.startswith(("PYTHON", "CHATMAIRIE"))}
    env["PYTHONPATH"] = os.pathsep.join([str(copie / "src"), str(copie)])
    fini = subprocess.run([sys.executable, *arguments], cwd=copie, env=env, capture_output=True, text=True, check=False)
    assert fini.returncode == 0, fini.stdout[-6000:] + fini.stderr[-3000:]
    return fini.stdout
