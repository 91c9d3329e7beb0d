"""Le module 01 dans un vrai JupyterLab, comme un élève : rien d'écrit, une erreur, puis juste, sans code, au clavier.

Les essais se suivent sur le même carnet ouvert : l'ordre est celui d'une séance.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.navigateur.laboratoire import Carnet, lire_progres
from tests.navigateur.seance import ARTEFACTS, lisible, ne_rien_ecrire, repondre, reussi, toucher

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]
CARNET = "01_choix_ia/01_choix_ia.ipynb"
CADRAGE = (
    'CADRAGE = {"besoin": "repondre", "publics": ["parents", "apprenants", "sans_ecran"], '
    '"indicateurs": {"echecs": 0.3}, "arret": {"indicateur": "%s", "sur": "%s", "seuil": %s, "jours": 3}}'
)


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(carnet: Carnet) -> None:
    carnet.photo(ARTEFACTS / "01_ouverture.png")
    ne_rien_ecrire(carnet, "choix_ia")
    assert "écrivez d'abord" in carnet.sortie(carnet.rang_du_texte("rejouer_avec(GRAINE"))


def test_un_dictionnaire_faux_puis_juste_change_le_verdict(carnet: Carnet, travail: Path) -> None:
    faux = repondre(carnet, "choix_ia.ponderer", 'PONDERATION = {"prix": 100}', "01_poids_faux.png")
    assert "À revoir" in faux and "environnement" in faux and "à la fin" not in faux.splitlines()[0]
    poids = '{"prix": 45, "methodo": 20, "rgpd_ethique": 10, "accessibilite": 15, "environnement": 10}'
    juste = repondre(carnet, "choix_ia.ponderer", f"PONDERATION = {poids}", "01_poids_juste.png")
    assert reussi(juste)
    assert lire_progres(travail)["exercices"]["choix_ia.ponderer"]["statut"] == "réussi"


def test_la_condition_d_arret_est_rejouee(carnet: Carnet) -> None:
    sourde = repondre(carnet, "choix_ia.cadrer", CADRAGE % ("satisfaction", "moyenne", 6), "01_arret_sourd.png")
    assert "À revoir" in sourde and "ne s'arrête jamais" in sourde
    moyenne = repondre(carnet, "choix_ia.cadrer", CADRAGE % ("echecs", "moyenne", 0.3))
    assert "À revoir" in moyenne and "n'a rien vu" in moyenne
    juste = repondre(carnet, "choix_ia.cadrer", CADRAGE % ("echecs", "pire_public", 0.3), "01_arret_juste.png")
    assert reussi(juste)


def test_le_chemin_sans_code_est_juge_par_le_meme_juge(carnet: Carnet) -> None:
    debut = 'eliminer = choisir("choix_ia.eliminer", piece_manquante="demander", transfert="exiger", '
    faux = repondre(carnet, "choix_ia.eliminer", debut + 'planchers="moyenne", si_personne="sans_suite")')
    assert "À revoir" in faux and "Rayan" in faux
    decisions = 'planchers="chacune", si_personne="sans_suite")'
    juste = repondre(carnet, "choix_ia.eliminer", debut + decisions, "01_sans_code.png")
    assert reussi(juste)


def test_rejouons_montre_qui_est_encore_sans_reponse(carnet: Carnet) -> None:
    rang = carnet.rang_du_texte("rejouer_avec(GRAINE")
    sortie = lisible(carnet.executer(rang))
    carnet.aller(rang)
    carnet.photo(ARTEFACTS / "01_rejouons.png")
    assert "Votre gagnant : ScopIA" in sortie and "demandes perdues au lieu de" in sortie
    assert "arrête aussi" not in sortie


def test_l_exercice_en_plus_se_verifie_sans_note(carnet: Carnet) -> None:
    texte = 'choisir_solution = choisir("choix_ia.frugalite", facon="plus_exacte")'
    faux = repondre(carnet, "choix_ia.frugalite", texte)
    assert "À revoir" in faux and "avec la signature de la mairie" in faux
    juste = repondre(carnet, "choix_ia.frugalite", texte.replace("plus_exacte", "sobre_parmi_suffisantes"))
    assert reussi(juste)


def test_le_lien_entre_prix_et_qualite_se_ramene_a_zero_au_clavier(carnet: Carnet) -> None:
    avant, apres = toucher(carnet, "manette_lien()", "Lien entre prix et qualité", "ArrowDown", "01_lien.png", fois=5)
    assert avant != apres
    assert "Lien de 0 k€" in apres
