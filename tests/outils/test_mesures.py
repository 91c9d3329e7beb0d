"""Le banc de mesure : ce qu'il calcule et écrit, sans rien exiger des durées."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook

from outils import mesures
from outils.mesures_carnets import Carnet, MesureExercice, mesurer, sans_tests_caches


def _meta(grade_id: str, **changements: object) -> dict:
    base = {"grade_id": grade_id, "grade": False, "solution": False, "locked": False, "task": False}
    return {"nbgrader": base | {"schema_version": 3} | changements}


@pytest.fixture
def carnet(tmp_path: Path) -> Path:
    """Un carnet dont la réponse dort 0,2 s, la note 0,1 s, et le test caché 0,4 s de plus."""
    note = "import time\ntime.sleep(0.1)\n### BEGIN HIDDEN TESTS\ntime.sleep(0.4)\n### END HIDDEN TESTS\n1.0"
    cellules = [
        new_code_cell("gros = bytearray(150_000_000)"),
        new_code_cell("import time\ntime.sleep(0.2)", metadata=_meta("essai-un", solution=True)),
        new_code_cell(note, metadata=_meta("essai-un-note", grade=True, locked=True, points=1.0)),
    ]
    chemin = tmp_path / "90_essai" / "90_essai.ipynb"
    chemin.parent.mkdir()
    nbformat.write(new_notebook(cells=cellules), chemin)
    return chemin


@pytest.mark.lent
def test_les_durees_et_la_memoire_d_un_carnet_sont_les_siennes(carnet: Path) -> None:
    mesure = mesurer(carnet)
    (exercice,) = mesure.exercices
    assert exercice.exercice == "essai.un"
    assert exercice.verdict_s >= 0.1
    assert exercice.note_s >= 0.7  # 0,2 + 0,1 + 0,4
    assert mesure.memoire_mo > 150
    assert mesure.duree_s > exercice.note_s


def test_le_verdict_visible_se_mesure_sans_les_tests_caches(carnet: Path) -> None:
    entier = nbformat.read(carnet, as_version=4)
    note = sans_tests_caches(entier).cells[-1].source
    assert "sleep(0.1)" in note and "sleep(0.4)" not in note
    assert "sleep(0.4)" in entier.cells[-1].source


@pytest.mark.lent
def test_un_carnet_qui_echoue_est_nomme(carnet: Path) -> None:
    lu = nbformat.read(carnet, as_version=4)
    lu.cells[0].source = "1 / 0"
    nbformat.write(lu, carnet)
    with pytest.raises(RuntimeError, match="90_essai.ipynb.*ne s'exécute pas(?s:.*)ZeroDivisionError"):
        mesurer(carnet)


def test_la_section_donne_des_rapports_et_les_budgets() -> None:
    carnet = Carnet("02_essai", 5.0, 4.0, 300.0, 1.0, (MesureExercice("essai.un", 0.05, 0.5),))
    texte = mesures.section_carnet(carnet, nu=0.05, poids=(400_000, 300_000), reference=2.0)
    assert "| `essai.un` | 0,05 | 0,50 | 1,00 | 10,00 |" in texte
    assert "5,0 s | 10 s" in texte
    assert "| 100 |" in texte  # 5 s valent cent démarrages de 0,05 s


def test_ecrire_remplace_d_un_coup_et_ne_laisse_rien_derriere(tmp_path: Path) -> None:
    sortie = tmp_path / "guide" / "mesures.md"
    mesures.ecrire("un\n", sortie)
    mesures.ecrire("deux\n", sortie)
    assert sortie.read_text(encoding="utf-8") == "deux\n"
    assert [f.name for f in sortie.parent.iterdir()] == ["mesures.md"]


def test_la_mediane_ne_compte_pas_le_premier_appel() -> None:
    appels = []
    mesures.mediane(lambda: appels.append(1), fois=3)
    assert len(appels) == 4
