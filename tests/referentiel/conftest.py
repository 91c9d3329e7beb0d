"""Une copie modifiable du référentiel, pour y glisser une faute à la fois."""

import shutil
from pathlib import Path

import pytest

from chatmairie.referentiel import lecture

RACINE = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def referentiel():
    return lecture.charger()


@pytest.fixture
def copie(tmp_path):
    dossier = tmp_path / "referentiel"
    shutil.copytree(RACINE / "referential", dossier)
    return dossier


@pytest.fixture
def abimer(copie):
    """Remplace un texte dans un fichier de la copie ; échoue si le texte n'y est pas."""

    def remplacer(fichier: str, avant: str, apres: str) -> Path:
        chemin = copie / fichier
        texte = chemin.read_text(encoding="utf-8")
        assert avant in texte, f"« {avant} » n'est pas dans {fichier}"
        chemin.write_text(texte.replace(avant, apres, 1), encoding="utf-8")
        return copie

    return remplacer
