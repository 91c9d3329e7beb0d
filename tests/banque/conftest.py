"""Les réponses de la banque, enregistrées une fois par session, et la copie distribuée aux élèves."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from tests.banque import banque


@pytest.fixture(scope="session")
def enregistrees() -> dict[str, banque.Enregistrement]:
    """« exercice/nom » -> ce que le code a rendu sur les quatre sujets de notation."""
    return {str(r): banque.enregistrer(r) for r in banque.toutes()}


@pytest.fixture(scope="session")
def copies_distribuees() -> dict[Path, nbformat.NotebookNode]:
    """Chaque carnet tel qu'un élève le reçoit, fait à partir de sa source (sans l'exécuter)."""
    return {carnet: banque.copie_de_l_eleve(carnet) for carnet in banque.carnets()}
