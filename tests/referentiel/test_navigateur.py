"""Dans un vrai navigateur : cartes et rapport sans violation WCAG 2.1 AA, sans débordement à 320 px, sans script.

Échoue si le navigateur manque.
"""

from __future__ import annotations

import pytest

from chatmairie.referentiel.audit import auditer
from chatmairie.referentiel.cartes import carte, loi, recommandation
from chatmairie.referentiel.explorateur import explorer
from chatmairie.referentiel.lecture import charger
from chatmairie.referentiel.rapport import page

pytestmark = pytest.mark.navigateur
NORMES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
HOSTILE = '<img src=x onerror="window.intrus=1"><script>window.intrus=1</script> " \' & `a` é'


@pytest.fixture
def ouvrir(navigateur):
    pages = []

    def _ouvrir(html: str, largeur: int = 1000):
        pages.append(navigateur.new_page(viewport={"width": largeur, "height": 900}))
        pages[-1].set_content(html)
        return pages[-1]

    yield _ouvrir
    for ouverte in pages:
        ouverte.close()


def violations(onglet) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    trouvees = Axe().run(onglet, options=NORMES).response["violations"]
    return [f"{v['id']} : {[n['html'][:200] for n in v['nodes']]}" for v in trouvees]


def galerie() -> str:
    """Un critère de chaque statut et le plus long, deux recommandations, trois règles, l'explorateur."""
    r = charger()
    long = max(r.criteres, key=lambda i: len(repr(carte(i))))
    objets = [*(carte(i) for i in ("STR-2_01", "CM-STR-03", "CM-SOC-01", long))]
    objets += [recommandation("CM-R-STR-1"), recommandation("CM-R-STR-2"), loi("rgpd-7"), loi("ria-50"), loi("ria-4")]
    corps = "".join(o._repr_html_() for o in [*objets, explorer()])
    tete = '<!DOCTYPE html><html lang="fr"><head><title>Cartes</title></head>'
    return f"{tete}<body><main><h1>Cartes</h1>{corps}</main></body></html>"


def rapport() -> str:
    bilan = auditer(
        {
            "STR-2_01": ("oui", HOSTILE),
            "CM-UX-01": "oui",
            "CM-SOC-01": ("non", HOSTILE),
            "CM-CAD-06": ("sans objet", "rien"),
        },
        nom=HOSTILE,
        anomalies=(f"Ligne 7 : {HOSTILE}",),
    )
    return page(bilan)


@pytest.mark.parametrize("fabriquer", [galerie, rapport])
@pytest.mark.parametrize("largeur", [1000, 320])
def test_aucune_violation_et_rien_ne_deborde(ouvrir, fabriquer, largeur):
    onglet = ouvrir(fabriquer(), largeur)
    assert violations(onglet) == []
    assert onglet.evaluate("document.documentElement.scrollWidth") <= largeur


def test_le_rapport_est_autonome_et_inerte(ouvrir):
    html = rapport()
    onglet = ouvrir(html)
    assert onglet.evaluate("window.intrus") is None
    assert onglet.evaluate("document.scripts.length") == 0
    exterieurs = "[...document.querySelectorAll('img,link,iframe')].map(e => e.src || e.href)"
    assert all(adresse.startswith("data:") for adresse in onglet.evaluate(exterieurs))
    assert onglet.locator("h1").count() == 1 and onglet.locator("html").get_attribute("lang") == "fr"
    niveaux = onglet.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(e => +e.tagName[1])")
    assert niveaux[0] == 1 and set(niveaux[1:]) == {2}
    texte = onglet.locator("main").inner_text()
    assert "window.intrus=1" in texte, "le texte hostile est montré, pas perdu"
    assert texte.index("Ce qui manque d'abord") < texte.index("Score par famille")
