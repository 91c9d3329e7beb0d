"""Les réponses de la banque, enregistrées une fois par session, et la copie distribuée aux élèves."""

from __future__ import annotations

import nbformat
import pytest

from tests.banque import banque


@pytest.fixture(scope="session")
def enregistrees() -> dict[str, banque.Enregistrement]:
    """« exercice/nom » -> ce que le code a rendu sur les quatre sujets de notation."""
    return {str(r): banque.enregistrer(r) for r in banque.toutes()}


@pytest.fixture(scope="session")
def copie_distribuee() -> nbformat.NotebookNode:
    """Le carnet du module 02 tel qu'un élève le reçoit, fait à partir de sa source (sans l'exécuter)."""
    return banque.copie_de_l_eleve()
