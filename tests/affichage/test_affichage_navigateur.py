"""Dans un vrai navigateur : axe-core, largeur de 320 px, clavier, thème sombre, sans style. Échoue s'il manque."""

from __future__ import annotations

import re

import pytest

from tests.affichage.galerie import objets, page

pytestmark = pytest.mark.navigateur

NORMES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


@pytest.fixture
def ouvrir(navigateur):
    pages = []

    def _ouvrir(html: str, largeur: int = 1000):
        nouvelle = navigateur.new_page(viewport={"width": largeur, "height": 900})
        pages.append(nouvelle)
        nouvelle.set_content(html)
        return nouvelle

    yield _ouvrir
    for ouverte in pages:
        ouverte.close()


def violations(onglet) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    trouvees = Axe().run(onglet, options=NORMES).response["violations"]
    return [f"{v['id']} : {[n['html'][:200] for n in v['nodes']]}" for v in trouvees]


@pytest.mark.parametrize("theme", ["clair", "sombre"])
def test_aucune_violation_wcag_2_1_aa(ouvrir, theme):
    onglet = ouvrir(page(theme))
    assert violations(onglet) == []
    assert onglet.evaluate("window.intrus") is None, "un texte hostile a été exécuté"


def test_axe_voit_bien_les_fautes(ouvrir):
    """Le contrôle lui-même : une page fautive doit être signalée."""
    fautive = ouvrir(
        '<html lang="fr"><title>x</title><main><img src="x.png"><p style="color:#ccc">pâle</p></main></html>'
    )
    assert {v.split(" :")[0] for v in violations(fautive)} >= {"image-alt", "color-contrast"}


@pytest.mark.parametrize("theme", ["clair", "sombre"])
def test_a_320_pixels_rien_ne_deborde(ouvrir, theme):
    onglet = ouvrir(page(theme), 320)
    assert onglet.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(onglet) == [], "les tableaux qui défilent restent accessibles au clavier"


def test_le_theme_sombre_change_bien_les_couleurs(ouvrir):
    fond = "getComputedStyle(document.querySelector('.cm')).backgroundColor"
    assert ouvrir(page("clair")).evaluate(fond) != ouvrir(page("sombre")).evaluate(fond)


def test_au_clavier_on_atteint_lien_details_et_tableau_large(ouvrir):
    onglet = ouvrir(page(), 320)
    atteints = set()
    for _ in range(30):
        onglet.keyboard.press("Tab")
        atteints.add(onglet.evaluate("document.activeElement.tagName"))
    assert {"A", "SUMMARY", "DIV"} <= atteints
    onglet.locator("summary").first.focus()
    onglet.keyboard.press("Enter")
    assert onglet.evaluate("document.querySelector('details').open") is False


def test_assaini_le_sens_reste(ouvrir):
    """JupyterLab retire `<style>`, `role` et `aria-*` d'un carnet non approuvé : texte et structure demeurent."""
    brut = re.sub(r"<style>.*?</style>", "", page(), flags=re.DOTALL)
    brut = re.sub(r' (?:role|aria-\w+|class|tabindex)="[^"]*"', "", brut)
    onglet = ouvrir(brut)
    vu = onglet.evaluate("document.querySelector('main').innerText")
    for mot in ("À revoir", "Non traité", "Réussi", "Léa, 3 ans", "Les chiffres en tableau", "Votre pari"):
        assert mot in vu
    assert violations(onglet) == []


def test_dans_la_page_de_nbconvert(ouvrir):
    """La page que donne nbconvert (retours de nbgrader, page à lire) : mêmes exigences, sur nos cadres."""
    import nbformat
    from nbconvert import HTMLExporter

    cellules = [nbformat.v4.new_markdown_cell("# Galerie")]
    for objet in objets():
        sortie = nbformat.v4.new_output("display_data", {"text/html": objet._repr_html_(), "text/plain": repr(objet)})
        cellules.append(nbformat.v4.new_code_cell("montrer()", outputs=[sortie]))
    html, _ = HTMLExporter().from_notebook_node(nbformat.v4.new_notebook(cells=cellules))
    html = re.sub(r"<script\b.*?</script>", "", html, flags=re.DOTALL)  # MathJax et RequireJS viennent du réseau
    onglet = ouvrir(html)
    from axe_playwright_python.sync_playwright import Axe

    trouvees = Axe().run(onglet, context={"include": [".cm"]}, options=NORMES).response["violations"]
    assert [v["id"] for v in trouvees] == []
    cadre = "getComputedStyle(document.querySelector('.cm td.cm-n')).textAlign"
    assert onglet.evaluate(cadre) == "right", "les styles de nbconvert ne défont pas les nôtres"
