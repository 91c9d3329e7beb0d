"""Rendre les retours : les noms de Moodle, une liste pour écrire à chacun. Rien n'est exécuté ici."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from chatmairie.correction import etats, exports, notes_de_classe, recueil
from chatmairie.correction.carnet_de_notes import CarnetDeNotes
from chatmairie.correction.devoir import lire_le_devoir, lire_le_rendu
from chatmairie.correction.lot import application
from chatmairie.correction.reconstruction import rebatir
from tests.correction.court import DEVOIR, Classe, Copie, remplir

MOODLE = "PETIT Zoé_12345_assignsubmission_file_"


@pytest.fixture(scope="module")
def classe(tmp_path_factory: pytest.TempPathFactory) -> Classe:
    """Zoé vient de Moodle ; la copie d'Ana a été posée à la main ; Léo n'a rien rendu."""
    faite = Classe(tmp_path_factory.mktemp("classe"))
    lignes = "id,first_name,last_name,email\nzoe,Zoé,Petit,zoe@exemple.fr\nana,Ana,Le Goff,\nleo,=Léo,D'Arc,\n"
    (faite.classe / "eleves.csv").write_text(lignes, encoding="utf-8")
    faite.nbgrader("db", "student", "import", "classe/eleves.csv")
    envoi = faite.racine / "travaux.zip"
    with zipfile.ZipFile(envoi, "w") as archive:
        archive.writestr(f"{MOODLE}/carnet (1).ipynb", nbformat.writes(remplir(faite.distribue)))
    with pytest.MonkeyPatch.context() as ici:
        ici.chdir(faite.racine)
        assert recueil.principal([f"--racine={faite.racine}", "--oui", str(envoi)]) == 0
        faite.deposer("ana", Copie())
        app = application(faite.racine)
        with Gradebook(app.coursedir.db_url) as notes:
            devoir = lire_le_devoir(app.coursedir, notes, DEVOIR)
            for eleve in ("zoe", "ana"):
                rendu = lire_le_rendu(app.coursedir, eleve, devoir)
                carnets = {}
                for nom, (lu, _etat, _dits) in rendu.carnets.items():
                    nb = rebatir(devoir.carnets[nom], lu).carnet
                    points = {m.grade_id: 1.0 for m in devoir.carnets[nom] if m.role == "note"}
                    carnets[nom] = {"nb": nbformat.writes(nb), "points": points, "secondes": 1}
                CarnetDeNotes(app, app.coursedir, notes).ecrire(eleve, devoir, rendu, carnets, "e")
    return faite


def _rendre(classe: Classe, *options: str) -> int:
    with pytest.MonkeyPatch.context() as ici:
        ici.chdir(classe.racine)
        return exports.principal([f"--racine={classe.racine}", *options])


def test_le_zip_a_les_noms_de_moodle_et_la_liste_le_chemin_de_chacun(
    classe: Classe, capsys: pytest.CaptureFixture
) -> None:
    (classe.classe / "feedback" / "zoe" / DEVOIR / f"{DEVOIR}.html").write_text("ancien")
    assert _rendre(classe, DEVOIR) == 0
    with zipfile.ZipFile(classe.classe / f"retours-{DEVOIR}.zip") as archive:
        assert archive.namelist() == [f"{MOODLE}/{DEVOIR}.html"]
        assert "Zoé Petit" in archive.read(archive.namelist()[0]).decode(), "refait avec les notes d'aujourd'hui"
    dit = capsys.readouterr().out
    assert "Pas venu(s) de Moodle" in dit and "ana" in dit and "à compléter" in dit
    octets = (classe.classe / f"publipostage-{DEVOIR}.csv").read_bytes()
    lignes = {e["Identifiant"]: e for e in csv.DictReader(octets.decode("utf-8-sig").splitlines(), delimiter=";")}
    assert set(lignes) == {"zoe", "ana", "leo"} and lignes["zoe"]["Courriel"] == "zoe@exemple.fr"
    assert Path(lignes["ana"]["Retour"]).read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert lignes["zoe"]["Note"] == "à compléter" and "donnees.ouverte" in lignes["zoe"]["Reste à lire"]
    assert (lignes["leo"]["Note"], lignes["leo"]["Retour"], lignes["leo"]["Prénom"]) == ("non rendu", "", "'=Léo")


def test_un_fichier_illisible_ne_devient_un_zero_nulle_part(classe: Classe) -> None:
    from chatmairie.correction.retours import page_de_retour

    nb = nbformat.read(classe.classe / "autograded" / "ana" / DEVOIR / f"{DEVOIR}.ipynb", as_version=4)
    etats.ecrire(nb, "illisible", [])
    with Gradebook(f"sqlite:///{classe.classe / 'gradebook.db'}") as notes:
        rendu = notes.find_submission_notebook(DEVOIR, DEVOIR, "ana")
        for note in rendu.grades:
            note.needs_manual_grade = False
        assert "Pas encore de note" in page_de_retour(nb, rendu, DEVOIR)
        notes.db.rollback()
    ligne = notes_de_classe.Ligne("ana", DEVOIR, DEVOIR, 0.0, 7.0, "illisible")
    ecrit = notes_de_classe.ecrire_le_tableau([ligne])
    assert "sans note" in ecrit and "0 / 7" not in ecrit


def test_sans_moodle_un_dossier_par_eleve(classe: Classe) -> None:
    registre = classe.classe / recueil.REGISTRE
    registre.rename(registre.with_suffix(".ailleurs"))
    assert _rendre(classe) == 0
    with zipfile.ZipFile(classe.classe / f"retours-{DEVOIR}.zip") as archive:
        assert archive.namelist() == [f"ana/{DEVOIR}.html", f"zoe/{DEVOIR}.html"]
    registre.with_suffix(".ailleurs").rename(registre)


def test_un_devoir_inconnu_est_refuse(classe: Classe, capsys: pytest.CaptureFixture) -> None:
    assert _rendre(classe, "99_rien") == 2 and "n'a pas été distribué" in capsys.readouterr().err
