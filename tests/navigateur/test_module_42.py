"""Le carnet 42 dans un vrai JupyterLab : rien d'écrit, une erreur, juste, sans code, le téléphone au clavier.

Les essais se suivent sur le même carnet ouvert : l'ordre est celui d'une séance.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.navigateur.laboratoire import Carnet, lire_progres
from tests.navigateur.seance import ARTEFACTS, ne_rien_ecrire, points_dits, repondre, reussi, toucher

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]
CARNET = "04_communication/42_campagne_culturelle.ipynb"


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(carnet: Carnet) -> None:
    carnet.photo(ARTEFACTS / "42_ouverture.png")
    ne_rien_ecrire(carnet, "campagne")
    assert "écrivez d'abord" in carnet.sortie(carnet.rang_du_texte("reprise = rejouer_avec"))


def test_un_telephone_se_lit_au_clavier(carnet: Carnet) -> None:
    avant, apres = toucher(
        carnet, "manette_telephone(GRAINE)", "Messages à lire", "ArrowUp", "42_telephone.png", fois=2
    )
    assert "Jean-Mi" in avant and avant != apres and "médical" in apres


def test_une_reponse_fausse_puis_juste_change_le_verdict(carnet: Carnet, travail: Path) -> None:
    debut = "def evenements_publiables(evenements):\n    return "
    faux = repondre(
        carnet, "campagne.publier", debut + 'evenements[evenements["type"] == "culture"]', "42_publier_faux.png"
    )
    assert "À revoir" in faux and "part à toute la ville" in faux
    juste = repondre(
        carnet,
        "campagne.publier",
        debut + 'evenements[(evenements["visibilite"] == "public") & (evenements["valide_par"] != "")]',
        "42_publier_juste.png",
    )
    assert reussi(juste)
    assert lire_progres(travail)["exercices"]["campagne.publier"]["statut"] == "réussi"


def test_le_chemin_sans_code_est_juge_par_le_meme_juge(carnet: Carnet) -> None:
    debut = 'destinataires = choisir("campagne.consentir", accord='
    faux = repondre(
        carnet,
        "campagne.consentir",
        debut + '"tous_sauf_non", ordre="ordre_de_saisie", preuve="sans_regarder", ecarter=["trop_jeunes"])',
        "42_consentir_faux.png",
    )
    assert "À revoir" in faux and "autre chose" in faux
    ecarter = '["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"])'
    juste = repondre(
        carnet,
        "campagne.consentir",
        debut + '"dernier_mot_ce_canal", ordre="date_de_l_evenement", preuve="preuves_valables", ecarter=' + ecarter,
        "42_sans_code.png",
    )
    assert reussi(juste)


def test_une_erreur_de_programme_est_racontee_sans_trace(carnet: Carnet) -> None:
    texte = 'def composer(personne, evenements):\n    return personne["gouts"]'
    sortie = repondre(carnet, "campagne.composer", texte, "42_erreur.png")
    assert "gouts" in sortie and points_dits(sortie) == 0


def test_les_canaux_se_cochent_au_clavier_et_le_tableau_suit(carnet: Carnet) -> None:
    avant, apres = toucher(carnet, "manette_canaux(GRAINE)", "guichet", "Space", "42_canaux.png")
    assert avant != apres and "message, guichet" in apres
