"""Les commandes : ce qu'elles écrivent, et leur code de sortie."""

from __future__ import annotations

import pytest

from chatmairie.carnets.__main__ import main
from chatmairie.echecs import catalogue as catalogue_reel
from tests.carnets.catalogue_factice import catalogue


@pytest.fixture(autouse=True)
def _catalogue_factice(monkeypatch):
    monkeypatch.setattr(catalogue_reel, "exercice", catalogue)


@pytest.mark.lent
def test_construire_verifier_linter_preparer(cours, tmp_path, capsys):
    lieu = ["--cours", str(cours)]
    assert main(["verifier", *lieu]) == 1
    assert "n'existe pas" in capsys.readouterr().err
    assert main(["construire", *lieu, "02_essai"]) == 0
    assert "construit" in capsys.readouterr().out
    assert main(["construire", "--verifier", *lieu]) == 0
    assert "à jour" in capsys.readouterr().out
    assert main(["linter", *lieu]) == 0
    assert "0 règle(s) enfreinte(s)" in capsys.readouterr().out
    assert main(["preparer", *lieu, "--destination", str(tmp_path / "travail")]) == 0
    assert "3 fichier(s) posé(s)" in capsys.readouterr().out
    assert main(["preparer", *lieu, "--destination", str(tmp_path / "travail")]) == 0
    assert "est à jour" in capsys.readouterr().out


def test_une_derive_et_une_faute_font_echouer(copie_du_cours, capsys):
    source = copie_du_cours / "02_essai" / "02_essai.py"
    change = source.read_text(encoding="utf-8").replace("## Diagnostic", "## Analyse")
    source.write_text(change, encoding="utf-8")
    assert main(["construire", "--verifier", "--cours", str(copie_du_cours)]) == 1
    assert "Reconstruisez" in capsys.readouterr().err
    assert main(["linter", "--cours", str(copie_du_cours)]) == 1
    assert "« Analyse »" in capsys.readouterr().out


def test_une_construction_ratee_n_empeche_pas_les_autres(cours, capsys):
    (cours / "01_rate").mkdir()
    (cours / "01_rate" / "01_rate.py").write_text("# %%\n1 / 0\n", encoding="utf-8")
    assert main(["construire", "--cours", str(cours)]) == 1
    sortie = capsys.readouterr()
    assert "ZeroDivisionError" in sortie.err and "02_essai.ipynb : construit" in sortie.out


@pytest.mark.parametrize(
    "arguments",
    [["construire", "--cours", "rien"], ["linter", "--cours", "rien"], ["verifier", "--cours", "rien"],
     ["preparer", "--cours", "rien", "--destination", "travail"]],
)  # fmt: skip
def test_un_cours_absent_donne_une_phrase(arguments, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 1
    assert "n'existe pas" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
