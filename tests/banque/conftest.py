"""Les réponses de la banque, enregistrées une fois par session, et la copie distribuée aux élèves."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from outils import banque


@pytest.fixture(scope="session")
def enregistrees() -> dict[str, banque.Enregistrement]:
    """« exercice/nom » -> ce que le code rend sur les quatre sujets de notation, exécuté à la première demande."""
    return _Enregistrees()


class _Enregistrees(dict[str, banque.Enregistrement]):
    def __missing__(self, nom: str) -> banque.Enregistrement:
        self[nom] = banque.enregistrer(banque.reponse(*nom.split("/")))
        return self[nom]


@pytest.fixture(scope="session")
def copies_distribuees() -> dict[Path, nbformat.NotebookNode]:
    """Chaque carnet tel qu'un élève le reçoit, fait à partir de sa source (sans l'exécuter)."""
    return {carnet: banque.copie_de_l_eleve(carnet) for carnet in banque.carnets()}
