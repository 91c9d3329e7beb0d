"""Le module 03 dans un vrai JupyterLab : parler à l'assistant au clavier, répondre faux puis juste, sans code."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.navigateur.laboratoire import Carnet
from tests.navigateur.seance import ARTEFACTS, ne_rien_ecrire, repondre, reussi, toucher

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]
CARNET = "03_design/03_design.ipynb"


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(carnet: Carnet) -> None:
    carnet.photo(ARTEFACTS / "03_ouverture.png")
    ne_rien_ecrire(carnet, "design")
    assert "écrivez d'abord" in carnet.sortie(carnet.rang_du_texte("rejouer_avec(GRAINE"))


def test_on_parle_a_l_assistant_au_clavier(carnet: Carnet) -> None:
    rang = carnet.rang_du_texte("Discussion(rejeu.assistant")
    cellule = carnet.aller(rang)
    champ, conversation = cellule.get_by_label("Votre question"), cellule.get_by_role("log")
    champ.focus()
    carnet.page.keyboard.type("kel eur ouvre la pissine")
    carnet.page.keyboard.press("Enter")
    expect(conversation).to_contain_text("kel eur ouvre la pissine")
    expect(conversation).to_contain_text("piscine")
    expect(champ).to_have_value("")
    carnet.photo(ARTEFACTS / "03_conversation.png")
    carnet.page.keyboard.type("la cantine ?")
    carnet.page.keyboard.press("Tab")
    carnet.page.keyboard.press("Space")
    expect(conversation).to_contain_text("la cantine ?")
    expect(conversation, "l'historique reste").to_contain_text("kel eur")
    expect(cellule.locator('[role="status"]').last).to_contain_text(re.compile("^Réponse"))


def test_une_reponse_fausse_puis_juste_sans_code(carnet: Carnet) -> None:
    ecrire = 'equilibrer = choisir("design.equilibrer", questions="{}", reponses="claire_du_besoin")'
    faux = repondre(carnet, "design.equilibrer", ecrire.format("sans_argot"), "03_equilibrer_faux.png")
    assert "À revoir" in faux and "argot" in faux
    juste = repondre(carnet, "design.equilibrer", ecrire.format("toutes"), "03_equilibrer_juste.png")
    assert reussi(juste)


def test_une_reponse_ecrite_et_une_page(carnet: Carnet) -> None:
    texte = 'def reformuler(message, contexte):\n    return ["acceptee"]'
    faux = repondre(carnet, "design.reformuler", texte, "03_reformuler_faux.png")
    assert "À revoir" in faux and "sa démarche s'arrête là" in faux
    page = 'interface_html = choisir("design.interface", champ="etiquette", envoyer="image", annonce="polie", '
    page += 'erreur="reliee", couleurs="sombres", mesures="souples", dire_ia="en_tete", contact="plusieurs")'
    sortie = repondre(carnet, "design.interface", page, "03_interface_faux.png")
    assert "À revoir" in sortie and "souris" in sortie


def test_la_manette_se_regle_au_clavier(carnet: Carnet) -> None:
    avant, apres = toucher(
        carnet, "manette_part(GRAINE)", "Réponses familières dans le corpus", "ArrowDown", "03_manette.png", fois=1
    )
    assert avant != apres
