"""Une personne qui n'a jamais programmé traverse les carnets : « Continuer », des formulaires, et tous les points."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from chatmairie.atelier.bilan_personnel import sans_code
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice
from tests.navigateur.laboratoire import Carnet
from tests.navigateur.parcours import AuClavier, Parcours, traverser
from tests.navigateur.seance import ARTEFACTS, points_dits
from tests.patience import serveur_jupyter

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]
CARNETS = {
    "accueil": "00_accueil/00_accueil.ipynb",
    "choix_ia": "01_choix_ia/01_choix_ia.ipynb",
    "donnees": "02_donnees/02_donnees.ipynb",
    "design": "03_design/03_design.ipynb",
    "acte": "04_communication/41_acte_de_naissance.ipynb",
    "campagne": "04_communication/42_campagne_culturelle.ipynb",
    "bilan": "05_bilan/05_bilan.ipynb",
}
Ouvrir = Callable[..., AbstractContextManager[Carnet]]


def reussir(verdicts: dict[str, str], module: str) -> None:
    """Chaque exercice annoncé sans code est réussi, et donne tous ses points."""
    attendus = {
        i: e
        for i, e in catalogue.tous().items()
        if i.split(".")[0] == module and isinstance(e, Exercice) and sans_code(e)
    }
    assert set(verdicts) == set(attendus)
    for identifiant, exercice in attendus.items():
        assert "Réussi" in verdicts[identifiant], (identifiant, verdicts[identifiant][:600])
        assert points_dits(verdicts[identifiant]) == exercice.points, verdicts[identifiant][-200:]


@pytest.mark.parametrize("module", CARNETS)
def test_sans_taper_de_python_on_obtient_tous_les_points_annonces_sans_code(ouvrir: Ouvrir, module: str) -> None:
    with ouvrir(CARNETS[module], vue="formulaires", largeur=1440) as carnet:
        verdicts = traverser(Parcours(carnet), ARTEFACTS / "formulaires")
        assert carnet.erreurs() == []
    reussir(verdicts, module)


@pytest.mark.parametrize("module", ["accueil", "choix_ia"])
def test_au_clavier_seul_aussi(ouvrir: Ouvrir, module: str) -> None:
    with ouvrir(CARNETS[module], vue="formulaires") as carnet:
        reussir(traverser(AuClavier(carnet)), module)
        assert carnet._js("return cellules.length;") == carnet.nombre, "aucune touche n'a ajouté ni retiré de cellule"


def test_notebook_7_montre_les_memes_formulaires(neuf: Path, navigateur: Any, tmp_path: Path) -> None:
    """Sans les réglages du cours : les cellules loin de l'écran n'y ont pas encore d'intérieur."""
    travail = shutil.copytree(neuf, tmp_path / "travail")
    commande = [sys.executable, "-m", "notebook", f"--ServerApp.root_dir={travail}"]
    variables = {c: v for c, v in os.environ.items() if c != "CHATMAIRIE_PROGRESSION"}
    with serveur_jupyter(commande, travail, variables, tmp_path / "journal.txt") as adresse:
        page = navigateur.new_page(viewport={"width": 1280, "height": 900})
        demandes: list[Any] = []  # ce qui demande un noyau au serveur, retenu jusqu'au premier clic
        page.route("**/api/sessions*", lambda d: demandes.append(d) if d.request.method == "POST" else d.continue_())
        with page.expect_request(lambda demande: "/api/sessions" in demande.url and demande.method == "POST"):
            page.goto(f"{adresse}/notebooks/{CARNETS['accueil']}")
        barre = page.get_by_role("region", name="Avancer dans le carnet")
        for titre in ("Vos craintes", "Votre pari"):
            expect(barre).to_contain_text("Fait : 0 sur 5")
            barre.get_by_role("button", name="Continuer", exact=True).click()
            while demandes:
                expect(barre).to_contain_text("Le noyau démarre…")
                demandes.pop().continue_()
            expect(page.locator(".cmf:focus-within .cmf-titre")).to_have_text(titre)
        page.locator(".cmf:focus-within .cmf-choix button").first.click()
        expect(barre).to_contain_text("Fait : 1 sur 5")
        page.close()


@pytest.fixture(scope="module")
def parcours(ouvrir: Ouvrir) -> Iterator[Parcours]:
    """Le module 01, amené à son premier exercice de décisions."""
    with ouvrir(CARNETS["choix_ia"], vue="formulaires") as carnet:
        yield Parcours(carnet)


def test_ce_dont_l_extension_se_sert_existe(parcours: Parcours) -> None:
    """Une version de JupyterLab qui retire l'une de ces prises échoue ici, et le dit."""
    prises = parcours.carnet._js(
        "const c = cellules.find(x => x.model.type === 'code'), p = c.model.sharedModel;"
        "const faits = ['getSource', 'setSource', 'updateSource', 'undo', 'redo', 'getMetadata'].filter(n => !p[n]);"
        "if (!doc.content.scrollToItem || !doc.content.deselectAll || !doc.content.rendermime) faits.push('carnet');"
        "if (!p.changed?.connect || !c.model.stateChanged?.connect || !c.ready?.then) faits.push('signaux');"
        "if (!doc.context.sessionContext.ready?.then) faits.push('noyau prêt');"
        "if (!noyau.requestExecute) faits.push('requestExecute');"
        "return faits.concat(['notebook:run-cell', 'docmanager:save'].filter(n => !app.commands.hasCommand(n)));"
    )
    assert prises == []


def test_une_annulation_dans_un_champ_rend_le_texte_d_avant(parcours: Parcours) -> None:
    rang = parcours.carnet.rang("choix_ia-alerter")
    avant, formulaire = parcours.source(rang), parcours.formulaire(rang)
    formulaire.locator("label.cmf-option").first.click()
    ecrit = parcours.source(rang)
    assert 'offres_a_justifier = choisir("choix_ia.alerter", ' in ecrit and ecrit.startswith("def offres_a_justifier")
    parcours.page.keyboard.press("Control+z")
    assert parcours.source(rang) == avant
    assert formulaire.locator("input:checked").count() == 0
    parcours.page.keyboard.press("Control+Shift+z")
    assert parcours.source(rang) == ecrit
    assert formulaire.locator("input:checked").count() == 1


def test_une_reponse_a_moitie_faite_dit_ce_qui_manque_et_n_execute_rien(parcours: Parcours) -> None:
    rang = parcours.carnet.rang("choix_ia-alerter")
    formulaire = parcours.formulaire(rang)
    formulaire.get_by_role("button", name="Voir ce que cela donne").click()
    expect(formulaire.locator(".cmf-dit")).to_have_text("Il manque une réponse.")
    assert parcours.page.evaluate("() => document.activeElement.type") == "radio"
    assert parcours.carnet._js("return cellules[args[0]].model.executionCount;", rang) is None


def test_du_code_ecrit_a_la_main_reste_tel_quel_et_le_formulaire_le_dit(parcours: Parcours) -> None:
    rang = parcours.carnet.rang("choix_ia-cadrer")
    code = "CADRAGE = dict(besoin='repondre')  # à moi"
    parcours.carnet._js("cellules[args[0]].model.sharedModel.setSource(args[1]);", rang, code)
    formulaire = parcours.formulaire(rang)
    expect(formulaire).to_contain_text("Cette réponse est écrite en Python")
    assert formulaire.locator("input, select").count() == 0
    formulaire.get_by_role("button", name="Code Python").click()
    expect(parcours.carnet.aller(rang).locator(".cm-content")).to_be_visible()
    assert parcours.source(rang) == code


def test_une_touche_tapee_dans_un_champ_n_est_pas_un_raccourci(parcours: Parcours) -> None:
    rang = parcours.carnet.rang("choix_ia-personnes")
    champ = parcours.formulaire(rang).locator('[data-cmf="personnes/0/qui"]')
    champ.click()
    parcours.page.keyboard.type("dd00aabbxmy")
    expect(champ).to_have_value("dd00aabbxmy")
    assert '"qui": "dd00aabbxmy"' in parcours.source(rang)
    assert parcours.carnet._js("return cellules.length;") == parcours.carnet.nombre
    assert parcours.page.locator(".jp-Dialog").count() == 0


def test_un_indice_se_montre_sous_le_formulaire_et_n_entre_pas_dans_le_carnet(parcours: Parcours) -> None:
    formulaire = parcours.formulaire(parcours.carnet.rang("choix_ia-ponderer"))
    formulaire.get_by_role("button", name="Un indice").click()
    expect(formulaire.locator(".cmf-annexe")).to_contain_text("Indice 1 sur 3")
    assert parcours.carnet._js("return cellules.length;") == parcours.carnet.nombre


def test_apres_une_reussite_la_meme_reponse_se_lit_en_python(parcours: Parcours) -> None:
    rang = parcours.carnet.rang("choix_ia-alerter")
    formulaire = parcours.formulaire(rang)
    repliee = formulaire.locator("details.cmf-python")
    expect(repliee).to_be_hidden()
    parcours.repondre(rang)
    assert "Réussi" in parcours.verdict(rang)
    formulaire = parcours.formulaire(rang)
    formulaire.get_by_text("La même réponse en Python").click()
    expect(repliee).to_contain_text("def offres_a_justifier(offres, estimation):")
    parcours.carnet.photo(ARTEFACTS / "formulaires" / "en_python.png")
    assert "choisir(" in parcours.source(rang), "la réponse de la cellule ne change pas"


def test_un_appel_nomme_dans_un_texte_se_lance_d_un_clic(parcours: Parcours) -> None:
    rang = parcours.carnet._rang("c.model.sharedModel.source.includes(args[0])", 'montrer_journal(rejeu, "')
    cellule = parcours.carnet.aller(rang)
    cellule.get_by_role("button", name="Voir ce que donne montrer_journal").click()
    montre = cellule.locator(":scope > .cmf-annexe")
    expect(montre.get_by_role("button", name="Retenir la ligne J-").first).to_be_visible()
    parcours.carnet.photo(ARTEFACTS / "formulaires" / "voir.png")
    assert parcours.carnet._js("return cellules.length;") == parcours.carnet.nombre


def test_plus_grossit_les_lettres_et_le_corrige_attend_une_reussite(parcours: Parcours) -> None:
    plus = parcours.barre.locator("details.cmf-plus")
    plus.locator("summary").click()
    plus.get_by_role("button", name="Lettres plus grandes").click()
    expect(plus.locator(".cmf-annexe")).to_contain_text("Confort de lecture : oui")
    plus.get_by_role("button", name="Lettres ordinaires").click()
    expect(plus.locator(".cmf-annexe")).to_contain_text("Confort de lecture : non")
    parcours.page.keyboard.press("Escape")
    formulaire = parcours.formulaire(parcours.carnet.rang("choix_ia-ponderer"))
    formulaire.get_by_role("button", name="Le corrigé").click()
    expect(formulaire.locator(".cmf-annexe")).to_contain_text("après une réussite")


def test_axe_ne_trouve_rien_en_clair_comme_en_sombre(parcours: Parcours) -> None:
    from axe_playwright_python.sync_playwright import Axe

    parcours.continuer()
    changer = "return app.commands.execute('apputils:change-theme', {theme: args[0]}).then(() => null);"
    for theme, clair in (("JupyterLab Dark", "false"), ("JupyterLab Light", "true")):
        parcours.carnet._js(changer, theme)
        parcours.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === '{clair}'")
        vu = Axe().run(parcours.page, context={"include": [[".cmf-barre"], [".cmf"], [".cmf-retenir"]]})
        assert vu.violations_count == 0, (theme, vu.generate_report())
        parcours.carnet.photo(ARTEFACTS / "formulaires" / f"clair_{clair}.png")


@pytest.mark.parametrize("largeur", [1440, 1024, 390])
def test_rien_ne_deborde_quelle_que_soit_la_largeur(parcours: Parcours, largeur: int) -> None:
    parcours.page.set_viewport_size({"width": largeur, "height": 900})
    for nom in ("choix_ia-personnes", "choix_ia-ria31", "choix_ia-ponderer", "choix_ia-eliminer", "choix_ia-ouverte"):
        formulaire = parcours.formulaire(parcours.carnet.rang(nom))
        assert formulaire.evaluate("f => f.scrollWidth <= f.clientWidth + 1"), (nom, largeur)
        parcours.carnet.photo(ARTEFACTS / "formulaires" / f"{nom}_{largeur}.png")
    assert parcours.barre.evaluate("b => b.scrollWidth <= b.clientWidth + 1"), largeur


def test_sur_un_telephone_le_carnet_a_l_ecran_pour_lui(ouvrir: Ouvrir) -> None:
    """Le panneau des fichiers, ouvert d'ordinaire, ne laissait que trente pixels au carnet."""
    with ouvrir(CARNETS["choix_ia"], vue="formulaires", largeur=390) as carnet:
        carnet.page.wait_for_function("() => document.querySelector('.jp-Notebook').clientWidth > 300")
        premier = Parcours(carnet).continuer()
        assert premier is not None
        carnet.photo(ARTEFACTS / "formulaires" / "telephone.png")


def test_un_carnet_enregistre_puis_rouvert_montre_les_memes_reponses(parcours: Parcours) -> None:
    parcours.page.set_viewport_size({"width": 1280, "height": 900})
    rang = parcours.carnet.rang("choix_ia-personnes")
    parcours.formulaire(rang).locator('[data-cmf="personnes/0/qui"]').click()
    parcours.carnet.enregistrer()
    parcours.page.reload()
    parcours.barre.wait_for()
    expect(parcours.page.locator('[data-cmf="personnes/0/qui"]').first).to_have_value("dd00aabbxmy")


def test_express_s_avance_scene_par_scene(ouvrir: Ouvrir) -> None:
    """Rien n'y est à répondre : « Continuer » ne doit pas tout exécuter et mener au bout."""
    with ouvrir("06_express/06_express.ipynb", vue="formulaires", largeur=1440) as carnet:
        parcours, vues = Parcours(carnet), []
        while parcours.continuer() is not None:
            vues.append(carnet._js("return doc.content.activeCellIndex;"))
            assert carnet.sortie(vues[-1]).strip(), "chaque arrêt montre une scène jouée"
            expect(parcours.barre).to_contain_text(f"Scène {len(vues)} sur ")
            carnet.photo(ARTEFACTS / "formulaires" / f"express_{len(vues):02}.png")
        assert vues == sorted(set(vues)) and len(vues) >= 15
        assert carnet.erreurs() == [] and "tout est fait" in parcours.barre.inner_text()
