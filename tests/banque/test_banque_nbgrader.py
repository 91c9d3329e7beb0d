"""Le vrai nbgrader donne à chaque réponse, au point près, ce que la banque annonce."""

from __future__ import annotations

import nbformat
import pytest

from tests.banque import banque, copies

pytestmark = pytest.mark.classe
REPARTITION = copies.repartir()
CELLULES = [(eleve, exercice) for eleve, reponses in REPARTITION.items() for exercice in reponses]


@pytest.fixture(scope="session")
def notes(
    tmp_path_factory: pytest.TempPathFactory, copie_distribuee: nbformat.NotebookNode
) -> dict[tuple[str, str], float]:
    return copies.corriger_tout(tmp_path_factory.mktemp("banque"), REPARTITION, copie_distribuee)


@pytest.mark.parametrize(("eleve", "exercice"), CELLULES)
def test_nbgrader_donne_les_points_annonces(eleve: str, exercice: str, notes: dict[tuple[str, str], float]) -> None:
    reponse = REPARTITION[eleve][exercice]
    assert notes[eleve, exercice] == reponse.points, str(reponse)


def test_chaque_reponse_de_la_banque_est_dans_une_copie() -> None:
    portees = {str(r) for reponses in REPARTITION.values() for r in reponses.values()}
    assert portees == {str(r) for r in banque.toutes()}


def test_les_triches_ont_leurs_copies_a_elles() -> None:
    for eleve, reponses in REPARTITION.items():
        assert {r.genre == "triche" for r in reponses.values()} == {eleve.startswith("triche")}


def test_aucune_copie_ne_perd_une_cellule_notee(notes: dict[tuple[str, str], float]) -> None:
    assert {e for e, _ in notes} == set(REPARTITION)
    for eleve in REPARTITION:
        assert {x for e, x in notes if e == eleve} >= set(banque.identifiants())
