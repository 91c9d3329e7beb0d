"""Garder une classe, l'effacer, effacer un élève : rien sans confirmation, et rien ne reste."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from chatmairie.correction import recueil
from chatmairie.correction.__main__ import main
from chatmairie.correction.classe_gardee import AILLEURS
from tests.correction.court import DEVOIR, Classe, remplir

LISTE = "id,first_name,last_name,email\nzoe,Zoé,Petit,zoe@exemple.fr\nana,Ana,Le Goff,ana@exemple.fr\n"


@pytest.fixture(scope="module")
def modele(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Zoé et Ana ont rendu ; Zoé a une note."""
    classe = Classe(tmp_path_factory.mktemp("modele") / "bts")
    (classe.classe / "eleves.csv").write_text(LISTE, encoding="utf-8")
    (classe.classe / "secret.txt").write_text("notre phrase\n", encoding="utf-8")
    classe.nbgrader("db", "student", "import", "classe/eleves.csv")
    envoi = classe.racine / "travaux.zip"
    with zipfile.ZipFile(envoi, "w") as archive:
        for nom in ("Petit Zoé_12", "Ana LE GOFF_13"):
            archive.writestr(f"{nom}_assignsubmission_file/x.ipynb", nbformat.writes(remplir(classe.distribue)))
    with pytest.MonkeyPatch.context() as ici:
        ici.chdir(classe.racine)
        assert recueil.principal(["--oui", str(envoi)]) == 0
    for eleve in ("zoe", "ana"):
        for ou in ("feedback", "autograded", "mis_de_cote", ".correction/lectures"):
            (classe.classe / ou / eleve / DEVOIR).mkdir(parents=True)
            (classe.classe / ou / eleve / DEVOIR / "page.html").write_text(f"Pour {eleve}")
    (classe.classe / "notes.csv").write_text("Petit;Zoé\n", encoding="utf-8")
    with Gradebook(f"sqlite:///{classe.classe / 'gradebook.db'}") as notes:
        notes.add_submission(DEVOIR, "zoe")
        notes.find_grade("donnees-taux-note", DEVOIR, DEVOIR, "zoe").manual_score = 0.75
        notes.db.commit()
    return classe.racine


@pytest.fixture
def racine(modele: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(modele, tmp_path / "bts")
    monkeypatch.chdir(tmp_path / "bts")
    monkeypatch.delenv("CHATMAIRIE_SECRET", raising=False)
    return tmp_path / "bts"


def _note(racine: Path) -> float:
    with Gradebook(f"sqlite:///{racine / 'classe' / 'gradebook.db'}") as notes:
        return notes.find_grade("donnees-taux-note", DEVOIR, DEVOIR, "zoe").manual_score


def test_une_sauvegarde_decompressee_est_la_classe(racine: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["sauvegarder"]) == 0
    archive = next(tmp_path.glob("sauvegarde-bts-*.zip"))
    assert str(archive) in capsys.readouterr().out and archive.stat().st_mode & 0o077 == 0
    assert main(["sauvegarder", f"--vers={racine / 'classe'}"]) == 2, "pas dans ce qui peut être effacé"
    shutil.rmtree(racine)
    reprise = tmp_path / "reprise"
    with zipfile.ZipFile(archive) as lu:
        lu.extractall(reprise)
    assert (
        _note(reprise) == 0.75 and (reprise / "classe" / "secret.txt").read_text(encoding="utf-8") == "notre phrase\n"
    )
    assert main(["rendre", f"--racine={reprise}"]) == 0, "les commandes s'y lancent"


def test_rien_n_est_efface_sans_le_nom_ecrit(racine: Path, capsys: pytest.CaptureFixture) -> None:
    avant = {f for f in racine.rglob("*")}
    for commande in (["effacer"], ["archiver"], ["effacer", "--confirmer=bt"], ["effacer", "--eleve=zoe"]):
        assert main(commande) == 1, commande
    assert "--confirmer bts" in capsys.readouterr().out
    for eleve in ("inconnu", "..", "../bts", "zoe/x"):
        assert main(["effacer", f"--eleve={eleve}", f"--confirmer={eleve}"]) == 2, eleve
    assert {f for f in racine.rglob("*")} - avant <= {racine / "classe" / ".correction" / "verrou"}


def test_effacer_la_classe_ne_laisse_rien_de_personnel(racine: Path, capsys: pytest.CaptureFixture) -> None:
    assert main(["effacer", "--confirmer=bts"]) == 0
    assert not (racine / "classe").exists() and (racine / "course").is_dir() and AILLEURS in capsys.readouterr().out


def test_archiver_garde_puis_efface(racine: Path, tmp_path: Path) -> None:
    assert main(["archiver", "--confirmer=bts", f"--vers={tmp_path / 'absent'}"]) == 2
    assert (racine / "classe" / "gradebook.db").is_file(), "sans sauvegarde, rien n'est effacé"
    assert main(["archiver", "--confirmer=bts"]) == 0
    assert not (racine / "classe").exists()
    with zipfile.ZipFile(next(tmp_path.glob("sauvegarde-*.zip"))) as lu:
        assert {"classe/gradebook.db", "classe/secret.txt", "nbgrader_config.py"} <= set(lu.namelist())


def test_effacer_un_eleve_n_en_laisse_ni_nom_ni_note_et_garde_les_autres(racine: Path) -> None:
    assert main(["effacer", "--eleve=zoe", "--confirmer=zoe"]) == 0
    for fichier in (racine / "classe").rglob("*"):
        assert "zoe" not in fichier.relative_to(racine).as_posix()
        if fichier.is_file():
            lu = fichier.read_bytes()
            assert b"zoe" not in lu and "Zoé".encode() not in lu, fichier
    with Gradebook(f"sqlite:///{racine / 'classe' / 'gradebook.db'}") as notes:
        assert [e.id for e in notes.students] == ["ana"]
    assert (racine / "classe" / "submitted" / "ana" / DEVOIR / f"{DEVOIR}.ipynb").is_file()
    assert (racine / "classe" / "eleves.csv").read_text(encoding="utf-8") == LISTE.replace(
        LISTE.splitlines()[1] + "\n", ""
    )


def test_un_carnet_de_notes_ailleurs_est_refuse(racine: Path, capsys: pytest.CaptureFixture) -> None:
    with (racine / "nbgrader_config.py").open("a", encoding="utf-8") as reglages:
        reglages.write(f'\nc.CourseDirectory.db_url = "sqlite:///{racine.parent / "ailleurs.db"}"\n')
    for commande in (["sauvegarder"], ["archiver", "--confirmer=bts"], ["effacer", "--confirmer=bts"]):
        assert main(commande) == 2, commande
    assert "rien n'a été touché" in capsys.readouterr().err and (racine / "classe" / "gradebook.db").is_file()
