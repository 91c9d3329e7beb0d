"""Une classe d'élèves honnêtes et de copies accidentées, corrigée une fois par `corriger`, avec le vrai nbgrader."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from chatmairie.correction import etats
from chatmairie.correction.lot import A_REGARDER
from tests.correction.accidents import ACCIDENTS
from tests.correction.court import DEVOIR, EXERCICES, OUVERTE, TEXTE, Classe
from tests.correction.honnetes import HONNETES

pytestmark = pytest.mark.classe
COPIES = {**HONNETES, **ACCIDENTS}
SANS_CARNET = ("vide", "illisible", "etrangere", "lien", "trop_grosse", "absente")


@pytest.fixture(scope="module")
def corrigee(tmp_path_factory: pytest.TempPathFactory):
    classe = Classe(tmp_path_factory.mktemp("classe corrigée"))
    for eleve, copie in COPIES.items():
        classe.deposer(eleve, copie)
    fini = classe.corriger()
    return classe, fini, classe.notes(), classe.lignes()


@pytest.mark.parametrize("eleve", COPIES)
def test_chaque_copie_a_la_note_et_l_etat_attendus(eleve: str, corrigee) -> None:
    _classe, fini, notes, lignes = corrigee
    obtenues = {exercice: notes.get((eleve, exercice)) for exercice in EXERCICES}
    assert obtenues == COPIES[eleve].attendus(), (lignes[eleve], fini.stderr[-2000:])
    assert lignes[eleve].etat == COPIES[eleve].etat, lignes[eleve].remarques


def test_le_code_de_sortie_et_le_tableau_disent_ce_qu_il_faut_regarder(corrigee) -> None:
    _classe, fini, _notes, lignes = corrigee
    assert fini.returncode == A_REGARDER
    for eleve, ligne in lignes.items():
        assert any(eleve in texte for texte in fini.stdout.splitlines() if ligne.a_regarder is texte.startswith("! "))
    assert sum(texte.startswith("! ") for texte in fini.stdout.splitlines()) == sum(
        x.a_regarder for x in lignes.values()
    )


@pytest.mark.parametrize("eleve", [e for e, c in COPIES.items() if c.etat not in (*SANS_CARNET, "coupee")])
def test_la_reponse_a_la_question_ouverte_est_toujours_la(eleve: str, corrigee) -> None:
    classe, _fini, notes, lignes = corrigee
    carnet = nbformat.read(classe.classe / "autograded" / eleve / DEVOIR / f"{DEVOIR}.ipynb", as_version=4)
    reponse = next(c for c in carnet.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "donnees-ouverte")
    assert reponse.source == TEXTE
    assert notes[eleve, OUVERTE] is None and lignes[eleve].a_lire == 1


@pytest.mark.parametrize("eleve", ACCIDENTS)
def test_ce_qui_a_ete_remis_en_ordre_est_dit_au_formateur_en_tete_de_la_copie(eleve: str, corrigee) -> None:
    classe, _fini, _notes, lignes = corrigee
    if lignes[eleve].etat == "corrigee":  # un nom de dossier qui sort de l'ordinaire n'est pas un accident
        assert ACCIDENTS[eleve].abimer is None and ACCIDENTS[eleve].deposer is None
        return
    fichier = classe.classe / "autograded" / eleve / DEVOIR / f"{DEVOIR}.ipynb"
    if lignes[eleve].etat == "absente":
        assert not fichier.exists()
        return
    premiere = nbformat.read(fichier, as_version=4).cells[0]
    assert etats.ETATS[lignes[eleve].etat].phrase in premiere.source
    assert lignes[eleve].remarques or lignes[eleve].a_regarder
    for remarque in lignes[eleve].remarques:
        assert remarque in premiere.source


def test_rien_de_ce_qui_a_ete_rendu_n_est_perdu(corrigee) -> None:
    classe = corrigee[0]
    assert (classe.dossier("renommee") / f"{DEVOIR} (1).ipynb").is_file()
    assert (classe.dossier("deux-versions") / f"{DEVOIR} (écarté).ipynb").is_file()
    assert (
        classe.classe / "mis_de_cote" / "horodatage-absurde" / DEVOIR / "timestamp.txt"
    ).read_text() == "demain matin"
    assert (classe.classe / "mis_de_cote" / "piece-jointe-en-lien" / DEVOIR / "donnees.csv").is_symlink()


def test_relancer_ne_refait_rien_et_redit_la_meme_chose(corrigee) -> None:
    classe, avant, notes, lignes = corrigee
    dates = {f: f.stat().st_mtime_ns for f in (classe.classe / "autograded").rglob("*.ipynb")}
    apres = classe.corriger()
    assert apres.stdout.startswith(f"0 copie(s) à corriger, {len(COPIES)} déjà corrigée(s)"), apres.stdout[:500]
    assert {f: f.stat().st_mtime_ns for f in (classe.classe / "autograded").rglob("*.ipynb")} == dates
    assert classe.notes() == notes
    du_tableau = [x for x in apres.stdout.splitlines() if x[:2] in ("! ", "  ") and " / 7" in x]
    assert du_tableau == [x for x in avant.stdout.splitlines() if x[:2] in ("! ", "  ") and " / 7" in x]


def test_un_retour_ecrit_autrement_est_refait_sans_rien_recorriger(corrigee) -> None:
    from chatmairie.correction.carnet_de_notes import EMPREINTE

    classe = corrigee[0]
    marque = classe.classe / "autograded" / "tout-juste" / DEVOIR / EMPREINTE
    retour = classe.classe / "feedback" / "tout-juste" / DEVOIR / f"{DEVOIR}.html"
    page = retour.read_text(encoding="utf-8")
    assert "retour à tout-juste" in page
    retour.write_text("un ancien retour", encoding="utf-8")
    marque.write_text(json.dumps({**json.loads(marque.read_text()), "retour": "ancien"}), encoding="utf-8")
    assert classe.corriger("--eleve=tout-juste").stdout.startswith("0 copie(s) à corriger")
    assert retour.read_text(encoding="utf-8") == page


def test_la_commande_de_nbgrader_donne_les_memes_notes(corrigee) -> None:
    """`nbgrader autograde` et le formgrader passent par les mêmes branchements."""
    classe, _fini, notes, _lignes = corrigee
    classe.nbgrader("autograde", DEVOIR, "--student=note-*", "--force")
    assert classe.notes() == notes


def test_le_formgrader_corrige_une_copie_renommee_illisible_ou_vide(corrigee, monkeypatch: pytest.MonkeyPatch) -> None:
    """Le bouton « Autograde » du formgrader appelle cette fonction."""
    from nbgrader.apps import NbGraderAPI

    from chatmairie.correction.lot import application

    classe, _fini, notes, _lignes = corrigee
    monkeypatch.chdir(classe.racine)
    app = application(classe.racine)
    api = NbGraderAPI(app.coursedir, parent=app)
    for eleve in ("fichier-vide", "page-web", "lien"):
        fait = api.autograde(DEVOIR, eleve)
        assert fait["success"], fait
    assert classe.notes() == notes


def test_le_commentaire_d_une_reponse_absente_est_en_francais(corrigee) -> None:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{Path(corrigee[0].classe, 'gradebook.db')}") as livre:
        rendu = livre.find_submission_notebook(DEVOIR, DEVOIR, "fichier-vide")
        assert {c.auto_comment for c in rendu.comments} == {"Sans réponse."}
