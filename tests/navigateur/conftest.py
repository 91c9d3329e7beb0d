"""Un serveur JupyterLab, un navigateur et une copie de travail pour toute la session."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.navigateur.laboratoire import RACINE, Carnet, serveur

ARTEFACTS = RACINE / "artefacts"


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
def carnet(navigateur: Any, travail: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Carnet]:
    """Le carnet 02, ouvert dans JupyterLab par Chromium."""
    journal = tmp_path_factory.mktemp("journal") / "jupyterlab.txt"
    with serveur(travail, journal) as adresse:
        page = navigateur.new_page(viewport={"width": 1280, "height": 900})
        yield Carnet(page, adresse, "02_donnees/02_donnees.ipynb")
        page.close()
