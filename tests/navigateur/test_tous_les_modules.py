"""Ce qui vaut pour tous les carnets : ouverts tels quels dans JupyterLab, et lus par axe-core et par l'arbre
d'accessibilité du navigateur, en carnet comme en page à lire.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chatmairie.carnets.source import trouver_les_carnets
from chatmairie.juge.exercice import vers_grade_id
from tests.navigateur.laboratoire import RACINE, Carnet
from tests.navigateur.seance import points_dits

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]

ARTEFACTS = RACINE / "artefacts"
SOURCES = trouver_les_carnets(RACINE / "course")
chaque_carnet = pytest.mark.parametrize("source", SOURCES, ids=lambda s: s.stem)
NORMES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
A_NOUS = [".jp-Notebook .jp-RenderedMarkdown", ".jp-Notebook .jp-OutputArea .cm"]
"""Dans JupyterLab, ce que le cours produit : ses textes et ses cartes."""


def violations(page: Any, context: Any = None) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    trouvees = Axe().run(page, context=context, options=NORMES).response["violations"]
    return [f"{v['id']} : {[n['html'][:200] for n in v['nodes'][:4]]}" for v in trouvees]


@pytest.fixture
def onglet(navigateur: Any) -> Iterator[Any]:
    page = navigateur.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


# --- dans JupyterLab ------------------------------------------------------------------------------


@pytest.fixture
def carnet(request: pytest.FixtureRequest, ouvrir: Any) -> Iterator[Carnet]:
    """Le carnet de la `source` de l'essai, ou le premier."""
    source = request.getfixturevalue("source") if "source" in request.fixturenames else SOURCES[0]
    with ouvrir(f"{source.parent.name}/{source.stem}.ipynb") as carnet:
        yield carnet


@chaque_carnet
def test_le_carnet_intact_s_execute_entier_sans_erreur_et_sans_faute_d_accessibilite(
    source: Path, carnet: Carnet
) -> None:
    onglet = carnet.page
    carnet.photo(ARTEFACTS / f"{source.stem}_intact_ouverture.png")
    carnet.tout_executer()
    assert carnet.erreurs() == []
    for grade_id in _notees(source):
        sortie = carnet.sortie(carnet.rang(grade_id)).strip()
        assert sortie.startswith("Non traité") and points_dits(sortie) == 0, (grade_id, sortie[:200])
    carnet.photo(ARTEFACTS / f"{source.stem}_intact_fin.png")
    assert violations(onglet, {"include": [[choix] for choix in A_NOUS if onglet.locator(choix).count()]}) == []
    onglet.evaluate("document.querySelectorAll('details').forEach(replie => { replie.open = true; })")
    titres = [nom for genre, nom in _arbre(onglet) if genre == "heading"]
    assert len(titres) == _titres(source), "tous les titres sont lus, même ceux qui ne sont pas à l'écran"


def _arbre(page: Any) -> list[tuple[str, str]]:
    """(rôle, nom) de ce que reçoit un lecteur d'écran, dans l'ordre."""
    noeuds = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    par_id, a_lire, lus = {n["nodeId"]: n for n in noeuds}, [noeuds[0]["nodeId"]], []
    while a_lire:  # en profondeur : la liste du navigateur, elle, va par étages
        un = par_id.get(a_lire.pop(), {})
        a_lire += reversed(un.get("childIds", []))
        if un and not un.get("ignored"):
            lus.append((un["role"]["value"], un.get("name", {}).get("value", "")))
    return lus


def _titres(source: Path) -> int:
    from chatmairie.carnets.regles.commun import Contexte
    from chatmairie.carnets.regles.textes import titres
    from chatmairie.carnets.source import lire_source

    return len(list(titres(Contexte(lire_source(source), lambda _: None))))


def _notees(source: Path) -> list[str]:
    from chatmairie.carnets.source import lire_source

    return [f"{vers_grade_id(c.exercice)}-note" for c in lire_source(source).cellules if c.role == "note"]


def test_jupyterlab_parle_francais_sans_les_outils_du_formateur(carnet: Carnet) -> None:
    onglet = carnet.page
    onglet.locator(".lm-MenuBar-itemLabel", has_text="Noyau").wait_for()
    menus = onglet.locator(".lm-MenuBar-itemLabel").all_inner_texts()
    assert {"Fichier", "Noyau"} <= set(menus) and not {"File", "Kernel", "Nbgrader", "Formgrader"} & set(menus), menus
    assert onglet.locator("[class*=nbgrader]").count() == 0


def test_le_confort_de_lecture_s_allume_et_s_eteint(carnet: Carnet) -> None:
    onglet = carnet.page

    def tailles() -> tuple[str, str]:
        lire = "s => getComputedStyle(document.querySelector(s)).fontSize"
        return onglet.evaluate(lire, ".jp-RenderedMarkdown p"), onglet.evaluate(lire, ".jp-OutputArea .cm p")

    rang = carnet.rang_du_texte("craindre(")
    carnet.ecrire(rang, "from chatmairie import confort_de_lecture\nconfort_de_lecture()")
    carnet.executer(rang)
    carnet.aller(rang)
    carnet.photo(ARTEFACTS / "confort_de_lecture.png")
    assert tailles() == ("20px", "20px")
    assert violations(onglet, {"include": [[choix] for choix in A_NOUS]}) == []
    carnet.aller(carnet.nombre - 1)
    carnet.aller(rang)
    assert tailles() == ("20px", "20px"), "défiler ne fait pas perdre le choix"
    carnet.ecrire(rang, "confort_de_lecture(False)")
    carnet.executer(rang)
    assert "20px" not in tailles()


def test_le_travail_se_sauvegarde_et_le_fichier_est_dans_le_panneau(carnet: Carnet, travail: Path) -> None:
    rang = carnet.rang_du_texte("craindre(")
    carnet.ecrire(rang, "from chatmairie import sauvegarder\n# une note à moi")
    carnet.executer(rang)
    carnet.enregistrer()
    carnet.ecrire(rang, "from chatmairie import sauvegarder\nsauvegarder()")
    dit = carnet.executer(rang)
    carnet.aller(rang)
    carnet.photo(ARTEFACTS / "sauvegarder.png")
    (fichier,) = travail.glob("sauvegarde-chatmairie-*.json")
    fichier_dit = dit.replace("\u00a0", " ")
    assert f"« {fichier.name} »" in fichier_dit and SOURCES[0].stem in fichier_dit
    assert "une note à moi" in fichier.read_text(encoding="utf-8")


# --- les pages à lire -----------------------------------------------------------------------------


@chaque_carnet
def test_la_page_a_lire_est_sans_faute_large_etroite_et_en_confort(source: Path, onglet: Any, travail: Path) -> None:
    onglet.goto((travail / "pages_a_lire" / f"{source.stem}.html").as_uri())
    onglet.screenshot(path=str(ARTEFACTS / f"{source.stem}_page.png"))
    assert violations(onglet) == []
    onglet.set_viewport_size({"width": 320, "height": 800})
    assert onglet.evaluate("document.documentElement.scrollWidth") <= 320
    onglet.get_by_label("Lire plus confortablement").focus()
    onglet.keyboard.press("Space")
    assert onglet.evaluate("getComputedStyle(document.querySelector('main p')).fontSize") == "20px"
    assert onglet.evaluate("document.documentElement.scrollWidth") <= 320
    assert violations(onglet) == []


@chaque_carnet
def test_l_arbre_d_accessibilite_se_lit_comme_la_page(source: Path, onglet: Any, travail: Path) -> None:
    """Ce qu'un lecteur d'écran reçoit : les titres dans l'ordre, chaque image, lien et case avec son nom."""
    page = (travail / "pages_a_lire" / f"{source.stem}.html").read_text(encoding="utf-8")
    onglet.set_content(page.replace("<details>", "<details open>"))
    vus = _arbre(onglet)
    titres = [nom for genre, nom in vus if genre == "heading"]
    ecrits = onglet.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(t => t.textContent.trim())")
    assert [" ".join(t.split()) for t in titres] == [" ".join(t.split()) for t in ecrits] and titres
    for genre in ("image", "link", "checkbox", "table", "DisclosureTriangle"):
        for vu, nom in vus:
            assert vu != genre or nom.strip() or genre == "table", (genre, "sans nom")
    assert [nom for genre, nom in vus if genre == "checkbox"] == [
        "Lire plus confortablement (lettres plus grandes, lignes plus espacées)"
    ]
    regions = [nom for genre, nom in vus if genre == "region"]
    assert sum(nom.startswith("Verdict") for nom in regions) == len(_notees(source))


def test_l_attestation_est_sans_faute(onglet: Any) -> None:
    from chatmairie.echecs.bilan.attestation import page

    for largeur in (1280, 320):
        onglet.set_viewport_size({"width": largeur, "height": 800})
        onglet.set_content(page('Camille <img src=x onerror="window.intrus=1"> Essai'))
        assert violations(onglet) == []
        assert onglet.evaluate("document.documentElement.scrollWidth") <= largeur
    assert onglet.evaluate("window.intrus") is None and onglet.evaluate("document.scripts.length") == 0


def test_l_indice_et_le_corrige_sont_sans_faute(onglet: Any) -> None:
    """Chaque exercice du cours : son énoncé sans code, ses indices, et les corrigés livrés à qui apprend seul."""
    from chatmairie.affichage.cartes import CarteCorrige, CarteIndice
    from chatmairie.carnets.banque import corriges
    from chatmairie.echecs import catalogue
    from chatmairie.juge.exercice import Exercice

    cartes: list[Any] = []
    for exercice in (e for e in catalogue.tous().values() if isinstance(e, Exercice)):
        cartes += [CarteIndice(n, texte, 3 - n) for n, texte in enumerate(exercice.indices, 1)]
    for identifiant, corrige in corriges(RACINE / "banque", sorted((RACINE / "course").glob("*/*.ipynb"))).items():
        cartes.append(CarteCorrige(identifiant, corrige["solutions"], corrige["idee_recue"]))
    assert len(cartes) > 60
    corps = "".join(c._repr_html_() for c in cartes)
    onglet.set_content(
        f'<!DOCTYPE html><html lang="fr"><title>Cartes</title><main><h1>Cartes</h1>{corps}</main></html>'
    )
    assert violations(onglet) == []
