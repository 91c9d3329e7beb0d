"""Ce que la classe miniature refuse, et comment elle le dit (sans lancer nbgrader)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from outils.classe import TEMOIN, dossier_de_classe
from outils.classe_copies import ClasseInjouable, Eleve, choisir_reponse, lire_scenario
from outils.classe_notes import Note, ecarts, lire_attendu
from tests.classe.fabrique import fabriquer_cours

SCENARIO = "devoirs: [90_essai]\neleves:\n  - {identifiant: ana, par_defaut: vide}\n"
CLE = ("ana", "90_essai", "90_essai", "essai.double")


@pytest.fixture
def cours(tmp_path: Path) -> Path:
    return fabriquer_cours(tmp_path / "cours")


def _scenario(cours: Path):
    return lire_scenario(cours / "eleves.yaml")


def _contenu(dossier: Path) -> dict[str, bytes]:
    return {str(f.relative_to(dossier)): f.read_bytes() for f in dossier.rglob("*") if f.is_file()}


@pytest.mark.parametrize("miniature", [False, True])
def test_une_vraie_classe_n_est_jamais_touchee(cours: Path, miniature: bool) -> None:
    copie = cours / "classe" / "submitted" / "eleve-reel" / "90_essai"
    copie.mkdir(parents=True)
    (copie / "90_essai.ipynb").write_text("le travail d'une personne", encoding="utf-8")
    if miniature:
        (cours / "classe" / TEMOIN).touch()
    avant = _contenu(cours / "classe")
    with pytest.raises(ClasseInjouable, match="vrai"):
        dossier_de_classe(cours, _scenario(cours))
    assert _contenu(cours / "classe") == avant


def test_de_vrais_eleves_inscrits_suffisent_a_refuser(cours: Path) -> None:
    from nbgrader.api import Gradebook

    (cours / "classe").mkdir()
    (cours / "classe" / TEMOIN).touch()
    with Gradebook(f"sqlite:///{cours / 'classe' / 'gradebook.db'}") as notes:
        notes.add_student("eleve-reel")
    with pytest.raises(ClasseInjouable, match="eleve-reel"):
        dossier_de_classe(cours, _scenario(cours))
    assert (cours / "classe" / "gradebook.db").is_file()


def test_un_carnet_de_notes_illisible_ou_un_secret_suffisent_a_refuser(cours: Path) -> None:
    (cours / "classe").mkdir()
    (cours / "classe" / TEMOIN).touch()
    (cours / "classe" / "gradebook.db").write_text("ceci n'est pas une base", encoding="utf-8")
    with pytest.raises(ClasseInjouable, match="ne se lit pas"):
        dossier_de_classe(cours, _scenario(cours))
    (cours / "classe" / "gradebook.db").unlink()
    (cours / "classe" / "secret.txt").write_text("notre phrase", encoding="utf-8")
    with pytest.raises(ClasseInjouable, match="secret"):
        dossier_de_classe(cours, _scenario(cours))


def test_un_lien_vers_une_classe_est_refuse(cours: Path, tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    (cours / "classe").symlink_to(tmp_path / "ailleurs")
    with pytest.raises(ClasseInjouable, match="dossier ordinaire"):
        dossier_de_classe(cours, _scenario(cours))


@pytest.mark.parametrize(
    ("texte", "phrase"),
    [
        ("", "il faut une liste"),
        ("devoirs: [a]\neleves: [1]", "il faut des clés"),
        ("devoirs: [a]\neleves: [{identifiant: É}]", "minuscules"),
        ("devoirs: [a]\neleves: [{identifiant: a, par_defaut: parfait}]", "par_defaut"),
        ("devoirs: [a]\neleves: [{identifiant: a, par_defaut: vide, note: 3}]", "clé inconnue « note »"),
        (
            "devoirs: [a]\neleves: [{identifiant: a, par_defaut: vide}, {identifiant: a, par_defaut: vide}]",
            "deux élèves",
        ),
        ("devoirs: [", "ne se lit pas"),
    ],
)
def test_un_scenario_absurde_est_refuse_avec_une_phrase(tmp_path: Path, texte: str, phrase: str) -> None:
    (tmp_path / "eleves.yaml").write_text(texte, encoding="utf-8")
    with pytest.raises(ClasseInjouable, match=phrase):
        lire_scenario(tmp_path / "eleves.yaml")


def test_une_reponse_absente_de_la_banque_dit_celles_qui_y_sont(cours: Path) -> None:
    eleve = Eleve("ana", "Ana", "Fictive", "", "juste", sauf={"donnees.taux": "faux_inconnu"})
    with pytest.raises(ClasseInjouable, match="faux_inconnu.*juste_groupby"):
        choisir_reponse(eleve, "donnees.taux", cours / "banque")
    with pytest.raises(ClasseInjouable, match="elle a : rien"):
        choisir_reponse(eleve, "essai.autre", cours / "banque")


def test_les_notes_egales_ne_disent_rien() -> None:
    notes = {CLE: Note("essai.double", 1.5, 2.0)}
    assert ecarts(notes, notes, {("ana", "90_essai"): (1.5, 2.0)}) == []


@pytest.mark.parametrize(
    ("obtenue", "export", "phrase"),
    [
        (Note("essai.double", 1.0, 2.0), (1.5, 2.0), "1 sur 2 au lieu de 1.5 sur 2"),
        (Note("essai.double", 1.5, 3.0), (1.5, 2.0), "1.5 sur 3 au lieu de 1.5 sur 2"),
        (Note("essai.double", None, 2.0), (1.5, 2.0), "à noter à la main"),
        (None, (1.5, 2.0), "n'a pas été noté"),
        (Note("essai.double", 1.5, 2.0), (1.0, 2.0), "note exportée 1 sur 2 au lieu de 1.5"),
        (Note("essai.double", 1.5, 2.0), None, "absent des notes exportées"),
    ],
)
def test_chaque_sorte_d_ecart_a_sa_phrase(obtenue: Note | None, export: tuple | None, phrase: str) -> None:
    publiees = {CLE: Note("essai.double", 1.5, 2.0)}
    phrases = ecarts({CLE: obtenue} if obtenue else {}, publiees, {("ana", "90_essai"): export} if export else {})
    assert len(phrases) == 1
    assert phrase in phrases[0].replace("1,5", "1.5")
    assert phrases[0].startswith("Élève ana, devoir 90_essai")


@pytest.mark.parametrize(
    ("texte", "phrase"),
    [
        ("eleve,points\na,1\n", "les colonnes sont"),
        ("eleve,devoir,carnet,exercice,points,sur\na,b,c,d,beaucoup,2\n", "ligne 2"),
        ("eleve,devoir,carnet,exercice,points,sur\na,b,c,d,1,2\na,b,c,d,1,2\n", "déjà plus haut"),
    ],
)
def test_des_notes_publiees_absurdes_sont_refusees(tmp_path: Path, texte: str, phrase: str) -> None:
    (tmp_path / "attendu.csv").write_text(texte, encoding="utf-8")
    with pytest.raises(ClasseInjouable, match=phrase):
        lire_attendu(tmp_path / "attendu.csv")


def test_sans_chatmairie_nbgrader_s_arrete_au_lieu_de_travailler_avec_d_autres_reglages(cours: Path) -> None:
    avant = {f.relative_to(cours) for f in cours.rglob("*")}
    sans_chatmairie = "import sys; sys.modules['chatmairie'] = None; from nbgrader.apps.nbgraderapp import main; main()"
    fini = subprocess.run(
        [sys.executable, "-c", sans_chatmairie, "generate_assignment", "90_essai"],
        cwd=cours, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert fini.returncode != 0
    assert "make environnement" in fini.stderr
    assert {f.relative_to(cours) for f in cours.rglob("*")} == avant
