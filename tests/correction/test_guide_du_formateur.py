"""Le guide du formateur, joué de la machine vide au retour rendu ; puis relu, dans un navigateur aussi.

Une seule classe pour tout le fichier : elle est celle que fabriquent les commandes du guide.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import expect

from tests.correction import guide
from tests.correction.guide import DEVOIR, ELEVES
from tests.patience import serveur_jupyter

pytestmark = pytest.mark.classe

ARTEFACTS = guide.RACINE / "artefacts"
QUESTION = "donnees-ouverte"


@pytest.fixture(scope="module")
def joue(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Le guide, joué. `classe` : le dossier de la classe ; `depot` : le dépôt ; `journal` : ce qui s'est affiché."""
    dossier = tmp_path_factory.mktemp("machine vide")

    def avant(commandes: str, terminal: guide.Terminal) -> None:
        if "make classe-neuve NOM=bts-2027 " in commandes:
            guide.ecrire_la_liste(terminal.ici / "liste.csv")
        if "recueillir travaux.zip" in commandes:
            guide.rendre_les_copies(terminal.ici / "classe", terminal.ici / "travaux.zip")

    terminal = guide.jouer_le_guide(dossier, avant)
    depot = dossier / "chatmairie"
    return SimpleNamespace(
        depot=depot, classe=depot / "classes" / "bts-2027", journal=terminal.journal, terminal=terminal
    )


def _retour(joue: SimpleNamespace, eleve: str) -> str:
    return (joue.classe / "classe" / "feedback" / eleve / DEVOIR / f"{DEVOIR}.html").read_text(encoding="utf-8")


def _adresse(joue: SimpleNamespace) -> str:
    return f"sqlite:///{joue.classe / 'classe' / 'gradebook.db'}"


# --- ce que le guide promet ------------------------------------------------------------------------


def test_le_guide_mene_au_retour_aux_notes_et_au_tableau_de_bord(joue: SimpleNamespace) -> None:
    classe = joue.classe / "classe"
    assert {d.name for d in (classe / "feedback").iterdir()} == {e.identifiant for e in ELEVES}
    for fichier in (
        f"retours-{DEVOIR}.zip",
        f"publipostage-{DEVOIR}.csv",
        "notes.csv",
        "moodle.csv",
        "tableau-de-bord.html",
        "secret.txt",
    ):
        assert (classe / fichier).stat().st_size > 30, fichier
    classes = joue.depot / "classes"
    with zipfile.ZipFile(next(classes.glob("sauvegarde-bts-2027-rattrapage-*.zip"))) as rattrapage:
        assert rattrapage.read("classe/secret.txt") != (classe / "secret.txt").read_bytes()
    assert not (classes / "bts-2027-rattrapage" / "classe").exists(), "archivée"
    assert len(list(classes.glob("sauvegarde-bts-2027-2*.zip"))) == 1


def test_l_eleve_recoit_le_nombre_de_la_classe_jamais_le_secret(joue: SimpleNamespace) -> None:
    distribue = joue.classe / "classe" / "release" / DEVOIR
    assert (distribue / "classe.json").is_file()
    secret = (joue.classe / "classe" / "secret.txt").read_text(encoding="utf-8").strip()
    for fichier in distribue.rglob("*"):
        assert fichier.is_dir() or secret.encode() not in fichier.read_bytes(), fichier
    assert not list(distribue.glob("*.yaml")) and not list(distribue.glob("0*.py"))


def test_les_exports_disent_ce_qui_reste_a_lire(joue: SimpleNamespace) -> None:
    texte = (joue.classe / "classe" / "notes.csv").read_text(encoding="utf-8-sig")
    lignes = {ligne["Identifiant"]: ligne for ligne in csv.DictReader(texte.splitlines(), delimiter=";")}
    note, reste = f"{DEVOIR} : note sur 20", f"{DEVOIR} : reste à lire"
    assert lignes["sokhna-lemoine"][note] == "à compléter"
    assert lignes["sokhna-lemoine"][reste] == "donnees.ouverte (3 points)"
    assert (lignes["maelle-traore"][note], lignes["maelle-traore"][reste]) == ("0", "")
    assert lignes["tiago-benali"]["Prénom"] == "'=Tiago"
    assert lignes["anh-petit"]["Nom"] == 'D\'Arc "Müller"'


# --- le retour à l'élève ---------------------------------------------------------------------------


def test_le_retour_ne_montre_aucun_test_ni_script_ni_balise_de_l_eleve(joue: SimpleNamespace) -> None:
    for eleve in ELEVES:
        page = _retour(joue, eleve.identifiant)
        assert '<html lang="fr">' in page
        for interdit in (
            "HIDDEN",
            "BEGIN ",
            'sujets = "notation"',
            "noter(",
            "<script",
            "<img",
            "No response",
            "Traceback",
        ):
            assert interdit not in page, (eleve.identifiant, interdit)
        assert "javascript:" not in re.sub(r"\[Ici\]\(javascript:[^)]*\)", "", page)
        assert not re.search(r"<[a-z]+[^>]*\son\w+=", page)


def test_le_retour_dit_qui_est_lese_ce_qui_a_ete_vu_et_la_suite(joue: SimpleNamespace) -> None:
    page = " ".join(_retour(joue, "anh-petit").split())
    partie = page[page.index('id="donnees-decider-note"') :]
    assert "2 sur 4" in partie
    assert "Sa famille attend" in partie
    assert "Où regarder" in partie and "L'indice qui aide ensuite" in partie and "CM-SOC-03" in partie
    assert "Comment le vérifier" in partie and "def decider" in partie
    assert "Non traité" in page and "Pas de réponse" in page  # la question ouverte laissée vide


def test_une_copie_qui_s_arrete_recoit_une_phrase_pas_une_trace(joue: SimpleNamespace) -> None:
    page = _retour(joue, "tiago-benali")
    assert "Votre code s'est arrêté en route" in page and "une_colonne_absente" in page


def test_tant_qu_une_reponse_est_a_lire_la_note_n_est_pas_faite(joue: SimpleNamespace) -> None:
    page = " ".join(_retour(joue, "tiago-benali").replace("\xa0", " ").split())
    assert "déjà notés" in page and "n'est pas encore faite" in page
    assert "sur 20</p>" not in page


def test_le_tableau_de_bord_montre_idees_recues_et_paris_sans_nom(joue: SimpleNamespace) -> None:
    page = (joue.classe / "classe" / "tableau-de-bord.html").read_text(encoding="utf-8")
    for eleve in ELEVES:
        assert eleve.identifiant not in page and eleve.nom not in page
    assert "recevables qui attendent" in page and "mauvais jour" in page and "le code s&#39;est arrêté en route" in page
    assert "de 0 à moins de 20 sur 100 : 2 élèves" in page and "de 60 à moins de 80 sur 100 : 1 élève" in page
    assert re.search(r"Ce qui s'est passé.{1,80}enfants recevables", page, re.DOTALL)
    assert "<script" not in page and "http" not in page.replace("http-equiv", "")


# --- dans un vrai navigateur -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def page(navigateur: Any) -> Iterator[Any]:
    contexte = navigateur.new_context(viewport={"width": 390, "height": 800}, bypass_csp=True)
    ouverte = contexte.new_page()
    yield ouverte
    contexte.close()


@pytest.mark.navigateur
@pytest.mark.parametrize("sombre", [False, True])
def test_les_pages_sont_accessibles_au_telephone_et_rien_ne_s_y_execute(
    joue: SimpleNamespace, page: Any, sombre: bool
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme="dark" if sombre else "light")
    feedback = joue.classe / "classe" / "feedback"
    pages = [feedback / e.identifiant / DEVOIR / f"{DEVOIR}.html" for e in ELEVES[:3]]
    for fichier in [*pages, joue.classe / "classe" / "tableau-de-bord.html"]:
        demandes: list[str] = []
        page.on("request", lambda r, d=demandes: d.append(r.url))
        page.goto(fichier.as_uri())
        assert demandes == [fichier.as_uri()], "la page est seule : elle ne demande rien ailleurs"
        assert "PIRATE" not in page.title()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), fichier.name
        trouvees = Axe().run(page).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:120]) for v in trouvees] == [], fichier
        ARTEFACTS.mkdir(exist_ok=True)
        if not sombre:
            page.screenshot(path=ARTEFACTS / f"correction-{fichier.stem}.png")


@pytest.mark.navigateur
def test_le_retour_s_imprime_sans_couper_et_sans_liens_de_navigation(joue: SimpleNamespace, page: Any) -> None:
    page.emulate_media(media="print", color_scheme="light")
    page.goto((joue.classe / "classe" / "feedback" / "anh-petit" / DEVOIR / f"{DEVOIR}.html").as_uri())
    assert page.locator("nav").first.is_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF") and len(pdf) > 20_000
    page.emulate_media(media="screen")


@pytest.fixture(scope="module")
def formgrader(
    joue: SimpleNamespace, navigateur: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SimpleNamespace]:
    """L'écran de correction, servi comme le dit le guide (« jupyter lab », depuis le dossier de la classe)."""
    assert [b.commandes.strip() for b in guide.blocs(guide.GUIDE.read_text()) if "navigateur" in b.genre] == [
        "jupyter lab"
    ]
    with Gradebook(_adresse(joue)) as carnet:
        numeros = {e.identifiant: carnet.find_submission_notebook(DEVOIR, DEVOIR, e.identifiant).id for e in ELEVES}
    commande = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={joue.classe}"]
    variables = {n: v for n, v in os.environ.items() if n not in ("PYTHONDONTWRITEBYTECODE", "CHATMAIRIE_SECRET")}
    journal = tmp_path_factory.mktemp("serveur") / "journal.txt"
    with serveur_jupyter(commande, joue.classe, variables, journal) as adresse:
        contexte = navigateur.new_context(viewport={"width": 1280, "height": 900})
        yield SimpleNamespace(adresse=adresse, page=contexte.new_page(), numeros=numeros)
        contexte.close()


def _ouvrir(formgrader: SimpleNamespace, eleve: str) -> Any:
    page = formgrader.page
    page.goto(f"{formgrader.adresse}/formgrader/submissions/{formgrader.numeros[eleve]}/")
    page.wait_for_function("formgrader.grades?.loaded && formgrader.comments?.loaded && !jQuery.active")
    return page


@pytest.mark.navigateur
def test_six_cases_font_la_note_et_le_commentaire_et_rien_ne_s_execute(
    joue: SimpleNamespace, formgrader: SimpleNamespace
) -> None:
    ARTEFACTS.mkdir(exist_ok=True)
    page = formgrader.page
    page.goto(f"{formgrader.adresse}/formgrader/gradebook/{DEVOIR}/{DEVOIR}")
    page.wait_for_function("models?.loaded && !jQuery.active")
    page.screenshot(path=ARTEFACTS / "formgrader-copies.png")

    for eleve in ("tiago-benali", "sokhna-lemoine"):
        page = _ouvrir(formgrader, eleve)
        assert page.title() != "PIRATE"
        assert page.locator("#notebook img[onerror], #notebook [src=x], #notebook svg").count() == 0
        assert page.locator('#notebook a[href^="javascript"]').count() == 0
    page.locator(f'a[href="#cases-{QUESTION}"]').click()  # en tête de la copie : un carnet est long
    cases = page.locator(f'.cm-cases[data-question="{QUESTION}"] input')
    assert cases.count() == 6
    expect(cases.first, "la question est sous les yeux").to_be_in_viewport()
    for rang in (0, 1, 3, 4, 5):
        cases.nth(rang).check()
    commentaire = page.locator(f"#{QUESTION}-comment")
    page.wait_for_function(
        f"document.getElementById('{QUESTION}-comment').value === 'Cases : 1, 2, 4, 5, 6\\n' && !window.jQuery.active"
    )
    assert float(page.locator(f"#{QUESTION}").input_value()) == 2.5
    commentaire.fill("Cases : 1, 2, 4, 5, 6\nUne **phrase** pour la famille.")
    commentaire.dispatch_event("change")
    page.wait_for_function("!window.jQuery.active")
    page.locator(f'.cm-cases[data-question="{QUESTION}"]').scroll_into_view_if_needed()
    page.screenshot(path=ARTEFACTS / "formgrader-question.png")

    page = _ouvrir(formgrader, "sokhna-lemoine")  # rouverte : les cases se recochent, le commentaire est là
    cochees = [page.locator(f'.cm-cases[data-question="{QUESTION}"] input').nth(i).is_checked() for i in range(6)]
    assert cochees == [True, True, False, True, True, True]
    with Gradebook(_adresse(joue)) as carnet:
        note = carnet.find_grade(QUESTION, DEVOIR, DEVOIR, "sokhna-lemoine")
        assert (note.score, note.needs_manual_grade) == (2.5, False)


@pytest.mark.navigateur
def test_aucune_case_est_une_note(joue: SimpleNamespace, formgrader: SimpleNamespace) -> None:
    page = _ouvrir(formgrader, "tiago-benali")
    page.locator(f'.cm-cases[data-question="{QUESTION}"] button').click()
    page.wait_for_function(
        f"document.getElementById('{QUESTION}-comment').value === 'Cases : aucune\\n' && !window.jQuery.active"
    )
    with Gradebook(_adresse(joue)) as carnet:
        note = carnet.find_grade(QUESTION, DEVOIR, DEVOIR, "tiago-benali")
        assert (note.manual_score, note.needs_manual_grade) == (0.0, False)


@pytest.mark.navigateur
def test_le_retour_refait_montre_les_cases_et_le_commentaire(
    joue: SimpleNamespace, formgrader: SimpleNamespace
) -> None:
    """Après l'essai précédent : la question de Sokhna est lue."""
    joue.terminal.jouer(
        f"cd '{joue.classe}'\nnbgrader generate_feedback {DEVOIR} --force --student=sokhna-lemoine\n"
        "nbgrader export --exporter=chatmairie.correction.exports.NotesPourTableur --to classe/notes.csv\n"
    )
    page = " ".join(_retour(joue, "sokhna-lemoine").replace("\xa0", " ").split())
    partie = page[page.index(f'id="{QUESTION}"') :]
    assert "2,5 sur 3" in partie and "Une <strong>phrase</strong> pour la famille." in partie
    assert re.findall(r'<span class="coche">(oui|non)</span>', partie) == ["oui", "oui", "non", "oui", "oui", "oui"]
    assert "Cases :" not in partie and "déjà notés" not in page
    notes = (joue.classe / "classe" / "notes.csv").read_text(encoding="utf-8-sig")
    assert "à compléter" not in next(ligne for ligne in notes.splitlines() if "sokhna-lemoine" in ligne)


def test_les_captures_du_guide_existent() -> None:
    """Elles se refont par les essais ci-dessus (artefacts/formgrader-*.png), puis se copient dans guide/images/."""
    for nom in re.findall(r"\(images/([\w-]+\.png)\)", guide.GUIDE.read_text(encoding="utf-8")):
        capture = guide.RACINE / "guide" / "images" / nom
        assert capture.is_file() and capture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n", nom


def test_bash_est_la() -> None:
    assert shutil.which("bash"), "les blocs du guide se jouent avec bash"
