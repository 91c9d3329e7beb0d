"""Dans le vrai JupyterLab : nos styles tiennent, la manette se règle au clavier, rien n'est pris pour une formule."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import expect

from tests.patience import serveur_jupyter

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]

RACINE = Path(__file__).resolve().parents[2]
JETON = "essai-local"
CELLULES = [
    "from tests.affichage.galerie import *\nCarteVerdict(verdict(), 'Décider sans refuser', 3, 'noter')",
    "Tableau(REFUS, 'Refus par jour', formats={'Refus': 'sur_cent'})",
    "CarteTexte('Argent', 'De 5 $ à 6 $ : rien à calculer.')",
    "manette()",
]


@pytest.fixture(scope="module")
def adresse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    dossier = tmp_path_factory.mktemp("lab")
    (dossier / "carnets").mkdir()
    noyau = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cellules = [nbformat.v4.new_code_cell(source) for source in CELLULES]
    nbformat.write(nbformat.v4.new_notebook(cells=cellules, metadata=noyau), dossier / "carnets" / "essai.ipynb")
    chemins = {
        "HOME": str(dossier),
        "JUPYTER_CONFIG_DIR": str(dossier / "reglages"),
        "JUPYTER_DATA_DIR": str(dossier / "donnees"),
        "JUPYTER_RUNTIME_DIR": str(dossier / "execution"),
        "IPYTHONDIR": str(dossier / "ipython"),
        "PYTHONPATH": os.pathsep.join([str(RACINE / "src"), str(RACINE)]),
    }
    commande = [sys.executable, "-m", "jupyterlab", "--LabApp.news_url=", f"--ServerApp.root_dir={dossier / 'carnets'}"]
    with serveur_jupyter(commande, RACINE, {**os.environ, **chemins}, dossier / "journal", JETON) as adresse:
        yield f"{adresse}/lab/tree/essai.ipynb?token={JETON}"


@pytest.fixture(scope="module")
def carnet(navigateur: Any, adresse: str) -> Iterator[Any]:
    onglet = navigateur.new_page(viewport={"width": 1200, "height": 1500})
    onglet.goto(adresse)
    expect(onglet.locator(".jp-Notebook .jp-CodeCell")).to_have_count(len(CELLULES))
    onglet.wait_for_selector(".jp-Notebook-ExecutionIndicator[data-status=idle]")
    onglet.locator(".jp-Notebook .jp-CodeCell").first.click()
    onglet.get_by_role("menuitem", name="Run", exact=True).click()
    onglet.get_by_text("Run All Cells", exact=True).click()
    onglet.wait_for_selector(".widget-html .cm img")
    yield onglet
    onglet.close()


def calcule(onglet: Any, choix: str, propriete: str) -> str:
    return onglet.evaluate("([s, p]) => getComputedStyle(document.querySelector(s))[p]", [choix, propriete])


def test_les_regles_de_jupyterlab_ne_defont_pas_les_notres(carnet):
    assert calcule(carnet, ".cm dt", "float") == "none"
    assert calcule(carnet, ".cm dd", "float") == "none"
    assert calcule(carnet, ".cm td.cm-n", "textAlign") == "right"
    assert calcule(carnet, ".cm tbody th", "textAlign") == "left"
    assert calcule(carnet, ".cm code", "backgroundColor") == "rgb(243, 245, 248)"


def test_dollars_restes_des_dollars(carnet):
    assert "De 5 $ à 6 $" in carnet.locator(".cm", has_text="Argent").first.inner_text()
    assert carnet.locator(".cm mjx-container, .cm .MathJax").count() == 0


def test_la_manette_se_regle_au_clavier(carnet):
    etat = expect(carnet.locator(".widget-html p[role=status]"))
    champ = carnet.get_by_label("Avis minimal pour accepter (sur 100)")
    champ.fill("80")
    champ.press("Enter")
    etat.to_contain_text("80 sur 100")
    expect(carnet.locator(".noUi-handle"), "le curseur suit le champ").to_have_attribute("aria-valuenow", "80.0")
    carnet.locator(".noUi-handle").press("ArrowRight")
    etat.to_contain_text("85 sur 100")
    expect(champ, "le champ suit le curseur").to_have_value("85")
    carnet.get_by_label("le code de la file").press("Space")
    etat.to_contain_text("le code de la file")
    carnet.get_by_label("Jour de dépôt").select_option("lundi")
    etat.to_contain_text("Jour de dépôt\u00a0: lundi")
    carnet.get_by_role("button", name="Revenir au départ").press("Enter")
    etat.to_contain_text("50 sur 100")
    etat.to_contain_text("aucune")


def test_axe_sur_nos_sorties_une_seule_limite_connue(carnet):
    """Le bouton du curseur d'ipywidgets 8.1 n'a pas de nom accessible ; le champ nombre à côté en a un."""
    from axe_playwright_python.sync_playwright import Axe

    def trouvees(choix: str) -> set[str]:
        normes = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
        return {v["id"] for v in Axe().run(carnet, context={"include": [choix]}, options=normes).response["violations"]}

    assert trouvees(".cm") == set()
    assert trouvees(".jp-OutputArea .widget-vbox") <= {"aria-input-field-name"}


def test_theme_sombre(carnet):
    carnet.evaluate("document.body.dataset.jpThemeLight = 'false'")
    try:
        assert calcule(carnet, ".cm", "backgroundColor") == "rgb(22, 27, 34)"
        assert calcule(carnet, ".cm code", "backgroundColor") == "rgb(33, 41, 52)"
    finally:
        carnet.evaluate("document.body.dataset.jpThemeLight = 'true'")
