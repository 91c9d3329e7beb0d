"""Le bilan dans un vrai JupyterLab : rien d'écrit, un plan qui laisse du monde dehors, puis un plan qui tient."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from outils import banque
from tests.navigateur.laboratoire import Carnet, lire_progres
from tests.navigateur.seance import ARTEFACTS, lisible, ne_rien_ecrire, repondre, reussi, toucher

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]

CARNET = "05_bilan/05_bilan.ipynb"


def _texte(exercice: str, nom: str) -> str:
    return next(r.texte for r in banque.charger(exercice) if r.nom == nom)


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(carnet: Carnet) -> None:
    carnet.photo(ARTEFACTS / "05_ouverture.png")
    ne_rien_ecrire(carnet, "bilan")
    assert "écrivez d'abord" in carnet.sortie(carnet.rang_du_texte("figure_arret(reprise"))
    assert "Écrivez d'abord" in carnet.sortie(carnet.rang_du_texte("montrer_audit(AUDIT)"))
    for cellule in ("montrer_reactions()", "figure_echecs()", "montrer_devenirs()", "montrer_vos_paris()"):
        carnet.aller(carnet.rang_exact(cellule))
        carnet.photo(ARTEFACTS / f"05_{cellule[:-2]}.png")


def test_eteindre_sans_autre_porte_puis_un_plan_qui_tient(carnet: Carnet) -> None:
    faux = repondre(
        carnet, "bilan.desactiver", _texte("bilan.desactiver", "faux_eteindre_sans_porte"), "05_arret_faux.png"
    )
    assert "À revoir" in faux and "il n'y a pas d'autre porte" in faux
    juste = repondre(
        carnet, "bilan.desactiver", _texte("bilan.desactiver", "juste_toutes_les_voies"), "05_arret_juste.png"
    )
    assert reussi(juste)
    rang = carnet.rang_du_texte("figure_arret(reprise")
    assert "Votre plan" in carnet.executer(rang)
    carnet.aller(rang)
    carnet.photo(ARTEFACTS / "05_trente_jours.png")


def test_refaire_et_auditer_se_jugent(carnet: Carnet, travail: Path) -> None:
    assert "rouvrent avec le défaut" in repondre(carnet, "bilan.refaire", _texte("bilan.refaire", "faux_satisfaction"))
    juste = repondre(carnet, "bilan.refaire", _texte("bilan.refaire", "juste_trois_echecs"), "05_refaire.png")
    assert reussi(juste)
    juste = repondre(carnet, "bilan.auditer", _texte("bilan.auditer", "juste_honnete"), "05_auditer.png")
    assert reussi(juste)
    assert lire_progres(travail)["exercices"]["bilan.auditer"]["statut"] == "réussi"


def test_la_manette_des_heures_se_bouge_au_clavier(carnet: Carnet) -> None:
    avant, apres = toucher(carnet, "manette_heures()", "Minutes gagnées par geste", "ArrowUp", "05_manette.png", fois=3)
    assert avant != apres and "plus d'heures" in apres


def test_la_question_ouverte_s_ecrit_comme_le_carnet_le_dit(carnet: Carnet) -> None:
    # un double-clic ouvre la cellule sans y mettre le curseur : ce que l'on tape alors est pris pour des raccourcis
    carnet.aller(carnet.rang("bilan-ouverte")).locator(".jp-MarkdownOutput").click()
    carnet.page.keyboard.press("Enter")
    carnet.page.keyboard.press("Control+a")
    carnet.page.keyboard.type("1. Le guichet reste ouvert.")
    carnet.page.keyboard.press("Shift+Enter")
    carnet.enregistrer()
    assert "5 mots, sur 150" in lisible(carnet.executer(carnet.rang_exact('relire("bilan.ouverte")')))


def test_l_attestation_s_ecrit_a_cote_du_carnet(carnet: Carnet, travail: Path, navigateur: Any) -> None:
    rang = carnet.rang_exact("attestation(...)")
    carnet.ecrire(rang, 'attestation("Camille Essai")')
    assert "est prête" in carnet.executer(rang)
    page = travail / "05_bilan" / "attestation.html"
    assert "Camille Essai" in page.read_text(encoding="utf-8")
    feuille = navigateur.new_page()
    feuille.goto(page.as_uri())
    feuille.screenshot(path=str(ARTEFACTS / "05_attestation.png"), full_page=True)
    feuille.close()
