"""Les notes qui sortent : un tableur français et Moodle les lisent, sans formule, sans zéro inventé."""

from __future__ import annotations

import csv
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from traitlets.config import Config

from chatmairie.correction.etats import ETATS, PAS_LU
from chatmairie.correction.exports import ExportImpossible, NotesPourMoodle, NotesPourTableur, en_nombre, en_texte
from chatmairie.correction.notes_de_classe import CopieNotee, NoteExercice

pytestmark = pytest.mark.lent

DEVOIR = "02_donnees"
ELEVES = (
    ("ines", "Inès", "D'Arc-Müller", "ines@exemple.fr"),
    ("piege", '=HYPERLINK("http://exemple.fr","cliquez")', '-2+3" ; suite', "+33"),
    ("lea", "Léa ; Marie", 'L\'"Œuvre"', ""),
    ("absent", "Ömer", "Zéphir", "omer@exemple.fr"),
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Inès : tout est noté. Piège : la question ouverte reste à lire. Léa : note à confirmer. Ömer : rien rendu."""
    url = f"sqlite:///{tmp_path_factory.mktemp('notes') / 'gradebook.db'}"
    with Gradebook(url) as livre:
        livre.add_assignment(DEVOIR)
        livre.add_notebook(DEVOIR, DEVOIR)
        livre.add_grade_cell("donnees-taux-note", DEVOIR, DEVOIR, max_score=1, cell_type="code")
        livre.add_grade_cell("donnees-ouverte", DEVOIR, DEVOIR, max_score=3, cell_type="markdown")
        for identifiant, prenom, nom, courriel in ELEVES:
            livre.add_student(identifiant, first_name=prenom, last_name=nom, email=courriel)
        for identifiant, auto, manuel, a_lire in (
            ("ines", 0.75, 2.5, False), ("piege", 0.25, None, True), ("lea", 1.0, 1.5, True),
        ):  # fmt: skip
            livre.add_submission(DEVOIR, identifiant)
            code = livre.find_grade("donnees-taux-note", DEVOIR, DEVOIR, identifiant)
            code.auto_score, code.needs_manual_grade = auto, False
            ouverte = livre.find_grade("donnees-ouverte", DEVOIR, DEVOIR, identifiant)
            ouverte.manual_score, ouverte.needs_manual_grade = manuel, a_lire
        livre.add_assignment("00_accueil")  # rien à y noter : aucune colonne
        livre.add_submission("00_accueil", "ines")
        livre.db.commit()
    return url


def _exporter(base: str, genre: type, cible: Path, **reglages: object) -> bytes:
    greffon = genre(config=Config({genre.__name__: {"to": str(cible), **reglages}}))
    with Gradebook(base) as livre:
        greffon.export(livre)
    return cible.read_bytes()


def _lire(octets: bytes, separateur: str) -> dict[str, dict[str, str]]:
    lignes = csv.DictReader(octets.decode("utf-8-sig").splitlines(), delimiter=separateur)
    return {ligne.get("Identifiant") or ligne["Numéro d'identification"]: ligne for ligne in lignes}


def test_le_tableur_francais_lit_accents_virgules_et_guillemets(base: str, tmp_path: Path) -> None:
    octets = _exporter(base, NotesPourTableur, tmp_path / "notes.csv")
    assert b"00_accueil" not in octets
    assert octets.startswith(b"\xef\xbb\xbf") and b"\r\n" in octets
    lignes = _lire(octets, ";")
    assert lignes["ines"]["Prénom"] == "Inès" and lignes["ines"]["Nom"] == "D'Arc-Müller"
    assert lignes["ines"][f"{DEVOIR} : note sur 4"] == "3,25"
    assert lignes["lea"]["Prénom"] == "Léa ; Marie" and lignes["lea"]["Nom"] == 'L\'"Œuvre"'


def test_aucune_cellule_n_est_une_formule(base: str, tmp_path: Path) -> None:
    for genre, separateur in ((NotesPourTableur, ";"), (NotesPourMoodle, ",")):
        octets = _exporter(
            base, genre, tmp_path / f"{genre.__name__}.csv", **({"detail": True} if separateur == ";" else {})
        )
        for ligne in csv.reader(octets.decode("utf-8-sig").splitlines(), delimiter=separateur):
            for case in ligne:
                assert case == "-" or not case.startswith(("=", "+", "-", "@", "\t")), case
        assert _lire(octets, separateur)["piege"]["Prénom"] == '\'=HYPERLINK("http://exemple.fr","cliquez")'


def test_une_question_pas_encore_lue_n_est_pas_un_zero(base: str, tmp_path: Path) -> None:
    tableur = _lire(_exporter(base, NotesPourTableur, tmp_path / "n.csv", detail=True), ";")
    note, acquis, reste = (f"{DEVOIR} : {quoi}" for quoi in ("note sur 4", "points acquis", "reste à lire"))
    assert (tableur["piege"][note], tableur["piege"][acquis]) == ("à compléter", "0,25")
    assert tableur["piege"][reste] == "donnees.ouverte (3 points)"
    assert tableur["piege"][f"{DEVOIR} : donnees.ouverte sur 3"] == "à lire"
    # une note déjà donnée, à confirmer après une nouvelle correction : comptée dans les points acquis, pas perdue
    assert (tableur["lea"][note], tableur["lea"][acquis]) == ("à compléter", "2,5")
    assert (tableur["absent"][note], tableur["absent"][acquis]) == ("non rendu", "")

    moodle = _lire(_exporter(base, NotesPourMoodle, tmp_path / "m.csv"), ",")
    assert {e: ligne[DEVOIR] for e, ligne in moodle.items()} == {
        "ines": "3.25", "piege": "-", "lea": "-", "absent": "-",
    }  # fmt: skip
    assert "3 points encore à lire" in moodle["piege"][f"{DEVOIR} (commentaire)"]
    assert moodle["absent"][f"{DEVOIR} (commentaire)"] == "Devoir non rendu."


def test_une_copie_qui_ne_se_lit_pas_n_a_pas_de_note_tant_que_personne_n_en_decide() -> None:
    note = NoteExercice("02", "donnees.taux", 0.0, 1.0)
    for etat in PAS_LU:
        copie = CopieNotee("ana", "Ana", "Roux", "", DEVOIR, 1.0, (note,), etats=(("02", etat),))
        assert copie.note is None and NotesPourTableur()._cases(copie, {}) == [
            ETATS[etat].titre,
            "0",
            "",
            ETATS[etat].titre,
        ]
        assert ETATS[etat].titre in NotesPourMoodle._commentaire(copie)
        decidee = replace(copie, exercices=(replace(note, a_la_main=True),))
        assert decidee.note == 0.0 and NotesPourTableur()._cases(decidee, {})[0] == "0"
    coupee = replace(copie, etats=(("02", "coupee"),))
    assert coupee.note == 0.0 and "fichier coupé" in NotesPourMoodle._commentaire(coupee)


def test_la_commande_de_nbgrader_prend_le_greffon_les_devoirs_et_les_eleves(base: str, tmp_path: Path) -> None:
    fini = subprocess.run(
        [sys.executable, "-m", "nbgrader", "export", f"--db={base}", "--to=notes.csv", '--student=["ines","inconnu"]',
         "--exporter=chatmairie.correction.exports.NotesPourTableur"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert fini.returncode == 0, fini.stderr
    assert set(_lire((tmp_path / "notes.csv").read_bytes(), ";")) == {"ines"}
    assert "Aucun élève « inconnu »" in fini.stderr


def test_un_fichier_qui_ne_s_ecrit_pas_est_dit_et_rien_ne_change(base: str, tmp_path: Path) -> None:
    with pytest.raises(ExportImpossible, match="fermez-le"):
        _exporter(base, NotesPourTableur, tmp_path / "absent" / "notes.csv")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("brut", "sur"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'=1"), ("\n-1", "'-1"), ("  =1", "'=1"), ("＝1", "'＝1"),
     ("Anne-Marie", "Anne-Marie"), ("a\x00b\nc", "a b c"), (None, "")],
)  # fmt: skip
def test_un_texte_devient_une_case_sure(brut: str | None, sur: str) -> None:
    assert en_texte(brut) == sur


@pytest.mark.parametrize(
    ("valeur", "ecrit"), [(14.75, "14,75"), (20.0, "20"), (0.0, "0"), (10.0, "10"), (1 / 3, "0,3333")]
)
def test_un_nombre_s_ecrit_a_la_francaise(valeur: float, ecrit: str) -> None:
    assert en_nombre(valeur) == ecrit
