"""Un serveur JupyterLab, un navigateur et une copie de travail pour toute la session ; un carnet ouvert par fichier.

Un fichier d'essais nomme son carnet (`CARNET = "02_donnees/02_donnees.ipynb"`) et se sert de `seance.py`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.navigateur.laboratoire import RACINE, Carnet, serveur


@pytest.fixture(scope="session")
def travail(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Une copie de travail neuve, préparée comme par `make cours`."""
    dossier = tmp_path_factory.mktemp("eleve") / "travail"
    commande = [
        sys.executable,
        "-m",
        "chatmairie.carnets",
        "preparer",
        "--destination",
        str(dossier),
        "--avec-corriges",
        "--en-texte",
    ]
    fait = subprocess.run(commande, cwd=RACINE, capture_output=True, text=True, check=False)
    assert fait.returncode == 0, fait.stderr
    return dossier


@pytest.fixture(scope="session")
def adresse(travail: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """L'adresse locale de JupyterLab, ouvert sur la copie de travail."""
    with serveur(travail, tmp_path_factory.mktemp("journal") / "jupyterlab.txt") as adresse:
        yield adresse


@pytest.fixture(scope="module")
def carnet(request: pytest.FixtureRequest, navigateur: Any, adresse: str) -> Iterator[Carnet]:
    """Le carnet que nomme ce fichier d'essais (`CARNET`), ouvert dans JupyterLab par Chromium."""
    page = navigateur.new_page(viewport={"width": 1280, "height": 900})
    yield Carnet(page, adresse, request.module.CARNET)
    page.close()
