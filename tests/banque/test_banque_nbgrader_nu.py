"""nbgrader sans nos branchements donne les mêmes notes aux réponses honnêtes : on peut nous quitter."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from chatmairie.echecs import catalogue
from outils import banque
from tests.banque import copies

pytestmark = [pytest.mark.classe, pytest.mark.complet]


def _notes(devoir: str) -> list[str]:
    """Les exercices notés de ce devoir : un exercice en plus n'a pas de cellule notée."""
    exercices = (i for carnet in copies.devoirs()[devoir] for i in banque.exercices_du_carnet(carnet))
    return [i for i in exercices if not catalogue.exercice(i).optionnel]


def _honnetes(devoir: str) -> dict[str, dict[str, banque.Reponse]]:
    """Élève -> exercice -> réponse juste. Chaque réponse juste de la banque est au moins dans une copie."""
    exercices = _notes(devoir)
    justes = {i: [r for r in banque.charger(i) if r.genre == "juste"] for i in exercices}
    nombre = max(map(len, justes.values()))
    return {f"honnete-{k + 1}": {i: les[k % len(les)] for i, les in justes.items()} for k in range(nombre)}


@pytest.mark.parametrize("devoir", [d for d in copies.devoirs() if _notes(d)])
def test_nbgrader_nu_donne_tous_les_points_aux_reponses_honnetes(
    devoir: str, tmp_path: Path, copies_distribuees: dict[Path, nbformat.NotebookNode]
) -> None:
    """Avec nos branchements, ces réponses ont ces points : c'est ce que vérifie `test_banque_nbgrader.py`."""
    honnetes = _honnetes(devoir)
    assert {str(r) for les in honnetes.values() for r in les.values()} == {
        str(r) for r in banque.toutes() if r.genre == "juste" and r.exercice in honnetes["honnete-1"]
    }
    notes = copies.corriger_tout(tmp_path, devoir, honnetes, copies_distribuees, "--nu")
    attendues = {(eleve, i): r.points for eleve, les in honnetes.items() for i, r in les.items()}
    assert {cle: notes.get(cle) for cle in attendues} == attendues
