"""L'échantillon : un petit cours d'un seul carnet, construit une fois par session d'essais."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from chatmairie.carnets.construction import deposer
from chatmairie.carnets.executer import environnement_isole
from tests.carnets.catalogue_factice import catalogue

ICI = Path(__file__).parent
RACINE = ICI.parents[1]


def ecrire_carnet(dossier: Path, *cellules: str, nom: str = "02_essai") -> Path:
    """Écrit une source `<dossier>/<nom>/<nom>.py` faite de ces cellules ; rend son chemin."""
    source = dossier / nom / f"{nom}.py"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text("\n".join(cellules), encoding="utf-8")
    return source


def texte(contenu: str) -> str:
    """Une cellule de texte."""
    return f'# %% [markdown]\nr"""\n{contenu}\n"""\n'


def code(contenu: str, attributs: str = "") -> str:
    """Une cellule de code."""
    return f"# %%{' ' if attributs else ''}{attributs}\n{contenu}\n"


@pytest.fixture
def cours(tmp_path: Path) -> Path:
    """Une copie modifiable de l'échantillon (sources seules) ; rend le dossier du cours."""
    shutil.copytree(ICI / "echantillon", tmp_path / "course", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "course"


@pytest.fixture(scope="session")
def cours_construit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """L'échantillon et son carnet construit. À ne pas modifier."""
    cours = tmp_path_factory.mktemp("projet") / "course"
    shutil.copytree(ICI / "echantillon", cours, ignore=shutil.ignore_patterns("__pycache__"))
    deposer(cours / "02_essai" / "02_essai.py", catalogue)
    return cours


@pytest.fixture
def copie_du_cours(cours_construit: Path, tmp_path: Path) -> Path:
    """Une copie modifiable de l'échantillon construit."""
    shutil.copytree(cours_construit, tmp_path / "course")
    return tmp_path / "course"


def lancer(*arguments: str, dossier: Path, reglages: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Lance `python …` avec l'environnement isolé des carnets (et `env` en plus)."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=dossier,
        env=environnement_isole(reglages, dict(os.environ)) | env,
        capture_output=True,
        text=True,
    )
