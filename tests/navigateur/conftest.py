"""Un serveur JupyterLab et un navigateur pour toute la session ; un carnet ouvert par fichier, dans une copie neuve.

Un fichier d'essais nomme son carnet (`CARNET = "02_donnees/02_donnees.ipynb"`) et se sert de `seance.py`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.navigateur.laboratoire import RACINE, Carnet, serveur


@pytest.fixture(scope="session")
def neuf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Une copie de travail que personne ne touche, préparée comme par `make cours`."""
    dossier = tmp_path_factory.mktemp("neuf") / "travail"
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
def travail(neuf: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """La copie de travail que montre JupyterLab."""
    return Path(shutil.copytree(neuf, tmp_path_factory.mktemp("eleve") / "travail"))


@pytest.fixture(scope="session")
def adresse(travail: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """L'adresse locale de JupyterLab, ouvert sur la copie de travail."""
    with serveur(travail, tmp_path_factory.mktemp("journal") / "jupyterlab.txt") as adresse:
        yield adresse


@pytest.fixture(scope="session")
def ouvrir(neuf: Path, travail: Path, adresse: str, navigateur: Any) -> Callable[[str], AbstractContextManager[Carnet]]:
    """Ouvre un carnet tel que distribué : ni fichier, ni progrès, ni noyau laissés par un autre essai."""

    @contextmanager
    def ouvrir(chemin: str, vue: str = "code", largeur: int = 1280) -> Iterator[Carnet]:
        for reste in travail.iterdir():
            shutil.rmtree(reste) if reste.is_dir() else reste.unlink()
        shutil.copytree(neuf, travail, dirs_exist_ok=True)
        page = navigateur.new_page(viewport={"width": largeur, "height": 900})
        try:
            carnet = Carnet(page, adresse, chemin, vue)
            yield carnet
            carnet.eteindre()
        finally:
            page.close()

    return ouvrir


@pytest.fixture(scope="module")
def carnet(request: pytest.FixtureRequest, ouvrir: Callable[[str], AbstractContextManager[Carnet]]) -> Iterator[Carnet]:
    """Le carnet que nomme ce fichier d'essais (`CARNET`), ouvert dans JupyterLab par Chromium."""
    with ouvrir(request.module.CARNET) as carnet:
        yield carnet
