"""La classe miniature du cours : celle de « make classe », sur les vrais carnets et la vraie banque."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from chatmairie.echecs.catalogue import notes, tous
from chatmairie.juge.exercice import Exercice
from outils import banque, classe, classe_publication
from outils.classe_accidents import ACCIDENTS
from outils.classe_copies import JUSTE, VIDE, lire_scenario
from outils.classe_notes import lire_attendu

RACINE = Path(__file__).resolve().parents[2]
SCENARIO = lire_scenario(Path(__file__).with_name("eleves.yaml"))
ATTENDU = lire_attendu(Path(__file__).with_name("attendu.csv"))


def test_chaque_eleve_a_une_note_publiee_pour_chaque_exercice_rendu() -> None:
    devoir_de = {cle[3]: cle[1] for cle in ATTENDU}
    assert set(devoir_de) == set(notes())
    voulues = {(e.identifiant, x) for e in SCENARIO.eleves for x in notes() if e.rend(devoir_de[x])}
    assert {(cle[0], cle[3]) for cle in ATTENDU} == voulues


def test_les_notes_publiees_sont_sur_les_points_des_exercices() -> None:
    """Un exercice en plus n'a pas de cellule notée : il n'est pas publié."""
    assert {(cle[3], note.sur) for cle, note in ATTENDU.items()} == {(x, e.points) for x, e in notes().items()}


def test_chaque_devoir_du_cours_est_dans_la_classe() -> None:
    """Un module noté de plus : une ligne dans `devoirs`, puis `python -m outils.classe_publication`."""
    carnets = sorted((RACINE / "course").glob("*/[0-9][0-9]_*.ipynb"))
    notes_ici = dict.fromkeys(c.parent.name for c in carnets if classe_publication.cellules_notees(c))
    assert list(SCENARIO.devoirs) == list(notes_ici)


def test_les_notes_publiees_sont_a_jour() -> None:
    publie = Path(__file__).with_name("attendu.csv").read_text(encoding="utf-8")
    assert publie == classe_publication.publier(RACINE / "course", SCENARIO)


def test_les_notes_publiees_de_la_classe_sont_celles_de_la_banque() -> None:
    """Deux tables tenues à part disent la même chose : une note publiée n'est pas recopiée d'une correction."""
    par_eleve = {e.identifiant: e for e in SCENARIO.eleves}
    perdus = {(c[0], c[3]) for c, n in ATTENDU.items() if n.points == 0 and par_eleve[c[0]].accident}
    assert len(perdus) == 6 + 5 + 1  # un fichier vide, un fichier coupé, une fonction sans fin
    for (identifiant, _, _, exercice), note in ATTENDU.items():
        if not isinstance(tous()[exercice], Exercice):
            continue
        if (identifiant, exercice) in perdus:
            continue
        eleve = par_eleve[identifiant]
        reponse = eleve.sauf.get(exercice, eleve.par_defaut)
        if reponse == JUSTE:
            voulus = note.sur
        elif reponse == VIDE:
            voulus = 0.0
        else:
            voulus = banque.reponse(exercice, reponse).points
        assert note.points == voulus, (identifiant, exercice)


def test_douze_eleves_et_tous_les_accidents() -> None:
    assert len(SCENARIO.eleves) == 12
    assert sorted(e.accident for e in SCENARIO.eleves if e.accident) == sorted(ACCIDENTS)


def test_les_quatre_sortes_de_copies_y_sont() -> None:
    """Tout juste, une faute visible, une faute que seuls les tests cachés voient, vide."""
    juste, visible, cachee, vide = (e for e in SCENARIO.eleves if not e.accident)
    assert (juste.par_defaut, dict(juste.sauf)) == (JUSTE, {})
    assert (vide.par_defaut, dict(vide.sauf)) == (VIDE, {})
    for eleve, se_voit in ((visible, True), (cachee, False)):
        ((exercice, reponse),) = eleve.sauf.items()
        attendue = banque.reponse(exercice, reponse)
        maximum = tous()[exercice].points
        assert attendue.points < maximum
        assert (attendue.visibles < maximum) is se_voit


@pytest.mark.complet
@pytest.mark.classe
def test_la_classe_du_cours_obtient_les_notes_publiees(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(RACINE / "nbgrader_config.py", tmp_path)
    shutil.copytree(RACINE / "course", tmp_path / "course")
    code = classe.principal([f"--racine={tmp_path}"])
    assert code == 0, capsys.readouterr().err
    assert (tmp_path / "classe" / "notes.csv").is_file()
