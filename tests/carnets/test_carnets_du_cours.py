"""Les vrais carnets de `course/` : règles, dérive, fuites, exécution intacte, nbval."""

from __future__ import annotations

import re

import nbformat
import pytest

from chatmairie.carnets.construction import verifier
from chatmairie.carnets.copie import preparer_copie
from chatmairie.carnets.executer import executer
from chatmairie.carnets.linter import examiner
from chatmairie.carnets.metadonnees import catalogue_du_cours
from chatmairie.carnets.source import lire_source, trouver_les_carnets
from chatmairie.echecs import catalogue
from tests.carnets.conftest import RACINE
from tests.carnets.test_carnets_copie import fuites
from tests.carnets.test_carnets_nbval import nbval

COURS = RACINE / "course"
SOURCES = trouver_les_carnets(COURS) if COURS.is_dir() else []
_TITRE = re.compile(r"^### Exercice (?:\d+|en plus)\b.*\((?P<points>\d) points?\b.*\)$", re.M)
chaque_carnet = pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)


@chaque_carnet
def test_le_carnet_respecte_les_regles(source):
    assert [str(p) for p in examiner(source, catalogue_du_cours())] == []


@chaque_carnet
def test_le_titre_d_un_exercice_dit_ses_points_et_le_critere_qu_il_applique(source):
    """Ceux du catalogue, en plus compris ; « qui est lésé » et `ria31` n'ont pas de critère à eux."""
    titre = None
    for cellule in lire_source(source).cellules:
        titre = _TITRE.search(cellule.texte) or titre if cellule.genre == "markdown" else titre
        if cellule.role != "reponse" or source.stem[:2] in ("00", "05"):
            continue
        exercice = catalogue.exercice(cellule.exercice)
        assert float(titre["points"]) == exercice.points, cellule.exercice
        assert ("en plus des 20" in titre[0]) is exercice.optionnel, cellule.exercice
        if not cellule.exercice.endswith((".personnes", ".ria31")):
            assert f"critère {exercice.criteres[0]})" in titre[0], cellule.exercice


@pytest.mark.lent
@chaque_carnet
def test_le_carnet_depose_est_celui_de_la_source(source):
    assert verifier(source, catalogue_du_cours()) == []


@chaque_carnet
def test_la_copie_ne_contient_ni_solution_ni_test_cache_ni_bareme(source):
    carnet = nbformat.read(str(source.with_suffix(".ipynb")), as_version=4)
    assert fuites(carnet, preparer_copie(carnet)) == []


@pytest.mark.lent
@chaque_carnet
def test_la_copie_intacte_s_execute_entiere_et_vaut_zero(source):
    copie = preparer_copie(nbformat.read(str(source.with_suffix(".ipynb")), as_version=4))
    assert executer(copie, source.parent) == []
    notees = [c for c in copie.cells if c.cell_type == "code" and c.metadata.get("nbgrader", {}).get("grade")]
    resultats = {c.id: [s.data["text/plain"] for s in c.outputs if s.output_type == "execute_result"] for c in notees}
    assert resultats == {c.id: ["0.0"] for c in notees}


@pytest.mark.lent
@chaque_carnet
def test_nbval_retrouve_les_sorties(source, tmp_path):
    resultat = nbval(source.with_suffix(".ipynb"), tmp_path)
    assert resultat.returncode == 0, resultat.stdout + resultat.stderr
