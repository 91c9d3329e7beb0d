"""Dans un vrai noyau : une faute de frappe, un mot sans guillemets, une valeur absurde se disent en français."""

from __future__ import annotations

import nbformat
import pytest
from nbclient import NotebookClient

DEBUT = "from chatmairie import choisir, noter, prevoir\nfrom chatmairie.echecs.donnees.rejeu import rejouer"
FAUTES = {
    "x = [1, 2": "n'a pas son pendant",
    'x = "abc': "n'est pas refermé",
    'prevoir("donnees.qui_a_refuse", “personne”)': "guillemets droits",
    'choisir("donnees.ecarter", lignes="a", "b")': "entre crochets",
    "x = (1 2)": "Il manque sans doute une virgule",
    "graine = 0412": "Un nombre est mal écrit",
    "def f():\n  x = 1\n y = 2": "Une ligne ne commence pas à la bonne hauteur",
    'choisir("donnees.enqueter", jour=plus_fort_taux)': "entre guillemets droits",
    'rejouer("abc")': "Ce n'est pas possible ainsi",
    'import sys\nsys.modules["fairlearn"] = None\nimport fairlearn.metrics': "`pip install fairlearn`",
}
VIEILLE = [
    "def taux_de_refus(archives, par):\n    return 1",
    "def taux_de_refus(archives, par)\n    return 2",
    'noter("donnees.taux", taux_de_refus=taux_de_refus)',
    'taux_de_refus = lambda archives, par: (archives["decision"] == "refuse").groupby(archives[par]).mean()',
    'noter("donnees.taux", taux_de_refus=taux_de_refus)',
]
CHOISIE = 'choisir("donnees.decider", dossier_incomplet="agent", avis_favorable="agent", avis_defavorable="agent", '
ORDINAIRE = 'int("abc")'


@pytest.fixture(scope="module")
def montre(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """Cellule -> (tout ce qui est montré, le nom de l'erreur), dans un seul noyau."""
    cellules = [DEBUT, *FAUTES, *VIEILLE, CHOISIE + 'jour="aucune_regle")', ORDINAIRE]
    carnet = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cellules])
    dossier = tmp_path_factory.mktemp("fautes")
    NotebookClient(carnet, allow_errors=True, resources={"metadata": {"path": str(dossier)}}).execute()
    vu: dict[str, tuple[str, str]] = {}
    for rang, cellule in enumerate(carnet.cells):
        textes, erreur = [], ""
        for sortie in cellule.outputs:
            textes.append(sortie.get("data", {}).get("text/plain", ""))
            textes += sortie.get("traceback", [])
            erreur = sortie.get("ename", erreur)
        vu[f"{rang}|{cellule.source}"] = ("\n".join(textes).replace("\u00a0", " "), erreur)
    return vu


def _lire(montre: dict[str, tuple[str, str]], source: str, rang: int = 0) -> tuple[str, str]:
    return [v for c, v in montre.items() if c.split("|", 1)[1] == source][rang]


@pytest.mark.parametrize(("source", "dit"), FAUTES.items(), ids=range(len(FAUTES)))
def test_une_faute_a_sa_phrase_et_la_cellule_reste_en_erreur(montre, source: str, dit: str) -> None:
    texte, erreur = _lire(montre, source)
    assert dit in texte
    assert erreur in ("SyntaxError", "IndentationError", "NameError", "TypeError", "ValueError", "ModuleNotFoundError")
    assert "Traceback" not in texte and "line " not in texte


def test_une_note_sur_une_reponse_plus_ancienne_le_dit(montre) -> None:
    note = VIEILLE[2]
    assert "réponse plus ancienne" in _lire(montre, note, 0)[0]
    apres = _lire(montre, note, 1)[0]
    assert "réponse plus ancienne" not in apres and "Réussi" in apres


def test_des_decisions_non_rangees_se_disent(montre) -> None:
    assert "commencez la ligne par : decider = choisir" in _lire(montre, CHOISIE + 'jour="aucune_regle")')[0]


def test_une_erreur_qui_n_est_pas_du_cours_garde_sa_trace(montre) -> None:
    texte, erreur = _lire(montre, ORDINAIRE)
    assert erreur == "ValueError" and "invalid literal" in texte and "pas possible ainsi" not in texte
