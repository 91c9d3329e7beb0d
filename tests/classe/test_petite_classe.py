"""La classe miniature, jouée par le vrai nbgrader sur un petit cours fabriqué."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from outils import classe
from outils.classe_copies import lire_scenario
from outils.classe_notes import Note, lire_attendu
from tests.classe.fabrique import DEVOIR, NOTE, QUESTION, REPONSE, arguments, fabriquer_cours

pytestmark = pytest.mark.classe


@pytest.fixture(scope="module")
def cours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    racine = fabriquer_cours(tmp_path_factory.mktemp("cours à part"))
    # Une classe miniature d'avant, déjà jouée par les mêmes élèves : elle est remplacée.
    ancienne = racine / "classe" / "submitted" / "tout-juste" / "70_ancien"
    ancienne.mkdir(parents=True)
    (racine / "classe" / classe.TEMOIN).touch()
    assert classe.principal(arguments(racine)) == 0
    assert not ancienne.exists()
    return racine


def _texte(carnet: Path) -> str:
    return "\n".join(c.source for c in nbformat.read(carnet, as_version=4).cells)


def test_le_devoir_distribue_ne_montre_ni_solution_ni_test_cache_ni_bareme(cours: Path) -> None:
    distribue = _texte(cours / "classe" / "release" / DEVOIR / f"{DEVOIR}.ipynb")
    for secret in (".groupby(archives[par]).mean()", 'sujets = "notation"', "BAREME-SECRET", "BEGIN"):
        assert secret not in distribue
        assert secret in REPONSE + NOTE + QUESTION
    assert "    # VOTRE CODE ICI\n    ..." in distribue
    assert "VOTRE RÉPONSE ICI" in distribue
    assert "Expliquez votre choix" in distribue and "En dix mots au plus." in distribue


def test_apres_correction_les_tests_caches_et_le_bareme_sont_revenus(cours: Path) -> None:
    for eleve in ("tout-juste", "une-faute", "rien"):
        corrige = _texte(cours / "classe" / "autograded" / eleve / DEVOIR / f"{DEVOIR}.ipynb")
        assert 'sujets = "notation"' in corrige
        assert "BAREME-SECRET" in corrige


def test_les_sources_ne_sont_pas_distribues_les_modules_joints_oui(cours: Path) -> None:
    for etape in (f"release/{DEVOIR}", f"submitted/rien/{DEVOIR}", f"autograded/rien/{DEVOIR}"):
        noms = {f.name for f in (cours / "classe" / etape).iterdir()}
        assert {f"{DEVOIR}.ipynb", "aide.py"} <= noms
        assert f"{DEVOIR}.py" not in noms


def test_un_ecart_dit_quel_eleve_quel_carnet_quel_exercice(cours: Path) -> None:
    scenario = lire_scenario(cours / "eleves.yaml")
    attendu = lire_attendu(cours / "attendu.csv")
    assert classe.comparer(cours, scenario, attendu) == []
    cle = ("une-faute", DEVOIR, DEVOIR, "donnees.taux")
    phrases = classe.comparer(cours, scenario, attendu | {cle: Note("donnees.taux", 1.0, 1.0)})
    assert phrases == [
        "Élève une-faute, devoir 90_essai, carnet 90_essai, exercice donnees.taux : 0 sur 1 au lieu de 1 sur 1.",
        "Élève une-faute, devoir 90_essai : note exportée 0 sur 4 au lieu de 1 sur 4.",
    ]


def test_un_retour_qui_manque_est_dit(cours: Path) -> None:
    retour = cours / "classe" / "feedback" / "rien" / DEVOIR / f"{DEVOIR}.html"
    contenu = retour.read_bytes()
    retour.unlink()
    try:
        phrases = classe.retours_manquants(cours / "classe", lire_scenario(cours / "eleves.yaml"))
    finally:
        retour.write_bytes(contenu)
    assert len(phrases) == 1 and "Élève rien" in phrases[0]


def test_une_cellule_notee_supprimee_est_remise_et_c_est_dit_en_francais(cours: Path) -> None:
    rendu = cours / "classe" / "submitted" / "tout-juste" / DEVOIR / f"{DEVOIR}.ipynb"
    carnet = nbformat.read(rendu, as_version=4)
    carnet.cells = [c for c in carnet.cells if c.metadata.get("nbgrader", {}).get("grade_id") != "donnees-taux-note"]
    nbformat.write(carnet, rendu)
    classe.nbgrader(cours, "autograde", DEVOIR, "--student=tout-juste", "--force")
    corrige = _texte(cours / "classe" / "autograded" / "tout-juste" / DEVOIR / f"{DEVOIR}.ipynb")
    assert "Cellule de notation supprimée, remise : donnees.taux." in corrige
    notes = classe.lire_notes(cours / "classe" / "gradebook.db")
    assert notes["tout-juste", DEVOIR, DEVOIR, "donnees.taux"].points == 1.0


def test_la_commande_entiere_sort_en_erreur_quand_nbgrader_echoue(tmp_path: Path) -> None:
    racine = fabriquer_cours(tmp_path / "c")
    source = racine / "course" / DEVOIR / f"{DEVOIR}.ipynb"
    source.write_text(source.read_text(encoding="utf-8").replace("END SOLUTION", "FIN"), encoding="utf-8")
    fini = subprocess.run(
        [sys.executable, "-m", "outils.classe", *arguments(racine)],
        cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert fini.returncode == 1
    assert "« nbgrader generate_assignment 90_essai » a échoué" in fini.stderr
    assert "no end solution" in fini.stderr
