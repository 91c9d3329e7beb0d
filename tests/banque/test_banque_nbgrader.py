"""Le vrai nbgrader donne à chaque réponse, au point près, ce que la banque annonce."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import nbformat
import pytest

from chatmairie.echecs import catalogue
from outils import banque
from tests.banque import copies

pytestmark = [pytest.mark.classe, pytest.mark.complet]
DEVOIRS = list(copies.devoirs())
REPARTITION = {devoir: copies.repartir(devoir) for devoir in DEVOIRS}
NOTES = set(catalogue.notes())
PORTEES = [(d, eleve, exercice) for d, r in REPARTITION.items() for eleve, les in r.items() for exercice in les]
CELLULES = [portee for portee in PORTEES if portee[2] in NOTES]
EN_PLUS = [portee for portee in PORTEES if portee[2] not in NOTES]
DEVOIRS_NOTES = list(dict.fromkeys(devoir for devoir, _, _ in CELLULES))


@pytest.fixture(scope="session")
def notes(tmp_path_factory: pytest.TempPathFactory, copies_distribuees: dict[Path, nbformat.NotebookNode]):
    """Devoir -> (élève, exercice) -> points ; chaque devoir est corrigé une fois, quand on le demande."""

    @cache
    def du_devoir(devoir: str) -> dict[tuple[str, str], float]:
        racine = tmp_path_factory.mktemp(f"banque-{devoir}")
        return copies.corriger_tout(racine, devoir, REPARTITION[devoir], copies_distribuees)

    return du_devoir


@pytest.mark.parametrize(("devoir", "eleve", "exercice"), CELLULES)
def test_nbgrader_donne_les_points_annonces(devoir: str, eleve: str, exercice: str, notes) -> None:
    reponse = REPARTITION[devoir][eleve][exercice]
    assert notes(devoir)[eleve, exercice] == reponse.points, str(reponse)


@pytest.mark.parametrize(("devoir", "eleve", "exercice"), EN_PLUS)
def test_un_exercice_en_plus_reste_dans_la_copie_sans_y_etre_note(
    devoir: str, eleve: str, exercice: str, notes
) -> None:
    assert (eleve, exercice) not in notes(devoir)


def test_chaque_reponse_de_la_banque_est_dans_une_copie() -> None:
    portees = {str(r) for les in REPARTITION.values() for reponses in les.values() for r in reponses.values()}
    assert portees == {str(r) for r in banque.toutes()}


def test_les_triches_ont_leurs_copies_a_elles() -> None:
    for repartition in REPARTITION.values():
        for eleve, reponses in repartition.items():
            assert {r.genre == "triche" for r in reponses.values()} == {eleve.startswith("triche")}


@pytest.mark.parametrize("devoir", DEVOIRS_NOTES)
def test_aucune_copie_ne_perd_une_cellule_notee(devoir: str, notes) -> None:
    obtenues, repartition = notes(devoir), REPARTITION[devoir]
    assert {e for e, _ in obtenues} == set(repartition)
    for eleve, reponses in repartition.items():
        assert {x for e, x in obtenues if e == eleve} >= set(reponses) & NOTES


@pytest.mark.parametrize("devoir", [d for d in DEVOIRS if d not in DEVOIRS_NOTES])
def test_un_carnet_sans_note_se_distribue_et_se_ramasse_sans_faute(devoir: str, notes) -> None:
    assert notes(devoir) == {}


@pytest.mark.parametrize("devoir", DEVOIRS_NOTES)
def test_rejouer_ce_qui_ne_fait_que_montrer_ne_change_aucune_note(
    devoir: str, notes, tmp_path: Path, copies_distribuees: dict[Path, nbformat.NotebookNode]
) -> None:
    """Les copies rendues entières, les seules qui ont encore ces cellules, notées des deux façons."""
    entieres = {eleve: REPARTITION[devoir][eleve] for eleve in copies.ENTIERES if eleve in REPARTITION[devoir]}
    assert entieres
    rejouees = copies.corriger_tout(tmp_path, devoir, entieres, copies_distribuees, "--tout-rejouer")
    assert rejouees == {(eleve, x): p for (eleve, x), p in notes(devoir).items() if eleve in entieres}
