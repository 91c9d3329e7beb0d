"""La copie de l'apprenant : celle de nbgrader, sans fuite, et qui s'exécute intacte."""

from __future__ import annotations

import re
import shutil

import nbformat
import pytest

from chatmairie.carnets.copie import CopieImpossible, octets_de_la_copie, preparer_copie
from chatmairie.carnets.executer import executer
from tests.carnets.conftest import RACINE, lancer

NBGRADER = ("-c", "from nbgrader.apps.nbgraderapp import main; main()")
REGION = re.compile(
    r"^[^\n]*BEGIN (SOLUTION|HIDDEN TESTS|MARK SCHEME)[^\n]*\n(.*?)^[^\n]*END \1[^\n]*$", re.MULTILINE | re.DOTALL
)


def lire(fichier):
    """Un carnet lu au format 4."""
    return nbformat.read(str(fichier), as_version=4)


def fuites(source, copie) -> list[str]:
    """Les lignes qui ne devaient pas être distribuées et qui se lisent dans la copie.

    Une ligne d'une région qui est aussi écrite hors de toute région n'est pas une fuite.
    """
    secretes: set[str] = set()
    publiques: set[str] = set()
    for cellule in source.cells:
        nbgrader = cellule.metadata.get("nbgrader", {})
        regions = [r.group(2) for r in REGION.finditer(cellule.source)]
        if nbgrader.get("solution") and not any("BEGIN SOLUTION" in x for x in cellule.source.split("\n")):
            regions.append(cellule.source)
        else:
            publiques |= _lignes(REGION.sub("", cellule.source))
        for region in regions:
            secretes |= _lignes(region)
    texte = nbformat.writes(copie)
    distribue = {x for c in copie.cells for x in _lignes(c.source)}
    fuyantes = {x for x in secretes - publiques if x in distribue}
    marques = [m for m in ("BEGIN SOLUTION", "HIDDEN TESTS", "MARK SCHEME") if m in texte]
    sorties = [c.id for c in copie.cells if c.get("outputs") or c.get("execution_count")]
    return sorted(fuyantes) + marques + sorties


def _lignes(texte: str) -> set[str]:
    return {x.strip() for x in texte.split("\n") if re.search(r"\w{3}", x)}


@pytest.fixture(scope="module")
def source(cours_construit):
    return lire(cours_construit / "02_essai" / "02_essai.ipynb")


@pytest.fixture(scope="module")
def nbgrader(cours_construit, tmp_path_factory):
    """Une vraie classe nbgrader : énoncé distribué, une copie rendue intacte, une copie écrite, corrigées."""
    racine = tmp_path_factory.mktemp("classe")
    reglages = racine / "reglages"
    reglages.mkdir()
    shutil.copytree(cours_construit, racine / "course", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(RACINE / "nbgrader_config.py", racine / "nbgrader_config.py")

    def appeler(*arguments):
        resultat = lancer(*NBGRADER, *arguments, dossier=racine, reglages=reglages)
        assert resultat.returncode == 0, resultat.stdout + resultat.stderr
        return resultat

    appeler("generate_assignment", "02_essai")
    for eleve, (avant, apres) in {"intacte": ("", ""), "ecrite": ("VOTRE RÉPONSE ICI", "Madame, Monsieur,")}.items():
        rendu = racine / "classe" / "submitted" / eleve / "02_essai"
        shutil.copytree(racine / "classe" / "release" / "02_essai", rendu)
        carnet = rendu / "02_essai.ipynb"
        carnet.write_text(carnet.read_text(encoding="utf-8").replace(avant, apres), encoding="utf-8")
        (rendu / "mon_aide.py").write_text("x = 1\n", encoding="utf-8")
    appeler("autograde", "02_essai", "--create")
    return racine / "classe"


@pytest.mark.classe
def test_la_copie_est_celle_de_nbgrader_cellule_par_cellule(source, nbgrader):
    attendue = lire(nbgrader / "release" / "02_essai" / "02_essai.ipynb")
    copie = preparer_copie(source)
    assert len(copie.cells) == len(attendue.cells)
    for la_notre, la_leur in zip(copie.cells, attendue.cells, strict=True):
        assert la_notre == la_leur
    assert copie.metadata == attendue.metadata


@pytest.mark.classe
def test_les_memes_fichiers_que_nbgrader_hors_sources(nbgrader):
    distribues = {p.name for p in (nbgrader / "release" / "02_essai").iterdir()}
    assert distribues == {"02_essai.ipynb", "archives.csv", "factice.py"}


@pytest.mark.classe
def test_un_module_joint_par_un_eleve_est_garde(nbgrader):
    assert (nbgrader / "autograded" / "ecrite" / "02_essai" / "mon_aide.py").is_file()


@pytest.mark.classe
def test_le_bareme_revient_pour_qui_corrige(nbgrader):
    for eleve in ("intacte", "ecrite"):
        corrige = lire(nbgrader / "autograded" / eleve / "02_essai" / "02_essai.ipynb")
        question = next(c for c in corrige.cells if c.id == "essai-ouverte-question")
        assert "Indicateur de correction numéro 6" in question.source


@pytest.mark.classe
def test_rien_d_ecrit_vaut_zero_et_ce_que_le_cours_ne_sait_pas_juger_attend_une_personne(nbgrader):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{nbgrader / 'gradebook.db'}") as notes:
        copie = notes.find_submission("02_essai", "intacte")
        assert (copie.score, copie.max_score, copie.needs_manual_grade) == (0, 20, True)
        a_lire = [n.name for c in copie.notebooks for n in c.grades if n.needs_manual_grade]
        assert sorted(a_lire) == ["essai-compter-note", "essai-seuils-note"]
        assert notes.find_submission("02_essai", "ecrite").needs_manual_grade


def test_aucune_solution_aucun_test_cache_aucun_bareme(source):
    copie = preparer_copie(source)
    assert fuites(source, copie) == []
    textes = "\n".join(c.source for c in copie.cells)
    for secret in ("total_secret", "reponse_confidentielle", '"notation"', "Indicateur de correction", "Madame"):
        assert secret not in textes


def test_la_recherche_de_fuites_en_trouve(source):
    for cellule, secret in (
        ("essai-compter", "total_secret = sum(bool(r) for r in refus)"),
        ("essai-ouverte", "Madame, Monsieur, le refus de Léa est une erreur de la mairie."),
        ("essai-compter-note", 'sujets = "notation"'),
        ("essai-ouverte-question", "3. Indicateur de correction numéro 3."),
    ):
        copie = preparer_copie(source)
        next(c for c in copie.cells if c.id == cellule).source += "\n" + secret
        assert fuites(source, copie) == [secret]
    assert len(fuites(source, source)) > 8


def test_la_copie_verrouille_ce_qui_est_note(source):
    copie = {c.id: c for c in preparer_copie(source).cells}
    for verrouillee in ("essai-compter-note", "essai-ouverte-question"):
        assert copie[verrouillee].metadata.editable is False and copie[verrouillee].metadata.deletable is False
    for modifiable in ("essai-compter", "essai-ouverte"):
        assert "editable" not in copie[modifiable].metadata and copie[modifiable].metadata.deletable is False
    assert copie["essai-compter"].source.endswith("    # VOTRE CODE ICI\n    ...")
    assert copie["essai-seuils"].source == "SEUILS = (\n    # VOTRE CODE ICI\n    ...\n)"


def test_preparer_ne_change_pas_la_source(source):
    avant = nbformat.writes(source)
    preparer_copie(source)
    assert nbformat.writes(source) == avant


def test_la_copie_intacte_s_execute_et_vaut_zero(source, cours_construit):
    copie = preparer_copie(source)
    assert executer(copie, cours_construit / "02_essai") == []
    notes = [c for c in copie.cells if c.metadata.get("nbgrader", {}).get("grade") and c.cell_type == "code"]
    assert [n.outputs[-1].data["text/plain"] for n in notes] == ["0.0", "0.0"]


def test_la_copie_est_deux_fois_la_meme(cours_construit):
    fichier = cours_construit / "02_essai" / "02_essai.ipynb"
    assert octets_de_la_copie(fichier) == octets_de_la_copie(fichier)


def test_un_carnet_que_nbgrader_refuse_est_nomme(source, tmp_path):
    casse = lire_copie(source)
    next(c for c in casse.cells if c.id == "essai-compter").source = "### BEGIN SOLUTION\nx = 1"
    with pytest.raises(CopieImpossible, match="no end solution"):
        preparer_copie(casse)
    fichier = tmp_path / "02_casse.ipynb"
    nbformat.write(casse, str(fichier))
    with pytest.raises(CopieImpossible, match="02_casse.ipynb"):
        octets_de_la_copie(fichier)
    fichier.write_text("{", encoding="utf-8")
    with pytest.raises(CopieImpossible, match="ne se lit pas"):
        octets_de_la_copie(fichier)


def lire_copie(carnet):
    """Une copie indépendante d'un carnet."""
    return nbformat.reads(nbformat.writes(carnet), as_version=4)
