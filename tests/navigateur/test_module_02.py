"""Le module 02 dans un vrai JupyterLab, comme un élève : rien d'écrit, une erreur, puis juste, sans code, au clavier.

Les essais se suivent sur le même carnet ouvert : l'ordre est celui d'une séance.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.navigateur.laboratoire import Carnet, lire_progres
from tests.navigateur.seance import ARTEFACTS, ne_rien_ecrire, points_dits, repondre, reussi, toucher

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]
CARNET = "02_donnees/02_donnees.ipynb"


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(carnet: Carnet) -> None:
    carnet.photo(ARTEFACTS / "02_ouverture.png")
    ne_rien_ecrire(carnet, "donnees")
    assert "écrivez d'abord" in carnet.sortie(carnet.rang_du_texte("reprise = rejouer_avec"))


def test_une_reponse_fausse_puis_juste_change_le_verdict(carnet: Carnet, travail: Path) -> None:
    debut = "def taux_de_refus(archives, par):\n    return "
    faux = repondre(
        carnet,
        "donnees.taux",
        debut + 'archives[archives["decision"] == "refuse"].groupby(par).size()',
        "02_taux_faux.png",
    )
    assert "À revoir" in faux and "Vous comptez les refus" in faux and "tests visibles" in faux.lower()
    juste = repondre(
        carnet,
        "donnees.taux",
        debut + '(archives["decision"] == "refuse").groupby(archives[par]).mean()',
        "02_taux_juste.png",
    )
    assert reussi(juste) and "(3/3)" in juste
    assert lire_progres(travail)["exercices"]["donnees.taux"]["statut"] == "réussi"


def test_le_chemin_sans_code_est_juge_par_le_meme_juge(carnet: Carnet) -> None:
    debut = 'ecarter, rapprocher = choisir("donnees.ecarter", lignes='
    faux = repondre(carnet, "donnees.ecarter", debut + '["tout_le_jour"], doubles="premiere_ligne")')
    assert "À revoir" in faux and "dossier" in faux
    decisions = '["personne_n_a_instruit", "critere_abandonne"], doubles="derniere_vraie_decision")'
    juste = repondre(carnet, "donnees.ecarter", debut + decisions, "02_sans_code.png")
    assert reussi(juste)


def test_une_erreur_de_programme_est_racontee_sans_trace(carnet: Carnet) -> None:
    texte = 'def surveiller(decisions):\n    return decisions["jour"]'
    sortie = repondre(carnet, "donnees.surveiller", texte, "02_erreur.png")
    assert "jour" in sortie and points_dits(sortie) == 0


def test_les_cases_se_cochent_au_clavier_et_le_tableau_suit(carnet: Carnet) -> None:
    avant, apres = toucher(carnet, "manette_colonnes(GRAINE)", "code_file", "Space", "02_manette.png")
    assert avant != apres
    assert "sans jour_depot, code_file" in apres
