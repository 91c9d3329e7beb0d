"""Le carnet 41 dans un vrai JupyterLab, comme un élève : rien d'écrit, une erreur, puis juste, sans code, au clavier.

Les essais se suivent sur le même carnet ouvert : l'ordre est celui d'une séance.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from outils import banque
from tests.navigateur.laboratoire import Carnet, lire_progres
from tests.navigateur.seance import ARTEFACTS, ne_rien_ecrire, points_dits, repondre, reussi, toucher

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]
CARNET = "04_communication/41_acte_de_naissance.ipynb"


def _banque(identifiant: str, nom: str) -> str:
    return next(r.texte for r in banque.charger(identifiant) if r.nom == nom)


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(carnet: Carnet) -> None:
    carnet.photo(ARTEFACTS / "41_ouverture.png")
    ne_rien_ecrire(carnet, "acte")
    assert "écrivez d'abord" in carnet.sortie(carnet.rang_du_texte("reprise = rejouer_avec"))


def test_une_politique_qui_laisse_passer_un_voleur_puis_une_juste(carnet: Carnet, travail: Path) -> None:
    faux = repondre(carnet, "acte.politique", _banque("acte.politique", "faux_franceconnect_faible"), "41_vole.png")
    assert "À revoir" in faux and "cette personne la passe aussi" in faux
    juste = repondre(carnet, "acte.politique", _banque("acte.politique", "juste_dans_l_ordre"), "41_politique.png")
    assert reussi(juste)
    assert lire_progres(travail)["exercices"]["acte.politique"]["statut"] == "réussi"


def test_le_chemin_sans_code_est_juge_par_le_meme_juge(carnet: Carnet) -> None:
    faux = repondre(carnet, "acte.minimiser", _banque("acte.minimiser", "faux_choisir_deux_contacts"))
    assert "À revoir" in faux and "doit donner" in faux
    juste = repondre(carnet, "acte.minimiser", _banque("acte.minimiser", "juste_choisir"), "41_sans_code.png")
    assert reussi(juste)


def test_un_code_dans_le_chat_ne_prouve_rien(carnet: Carnet) -> None:
    texte = _banque("acte.regler_code", "faux_plus_long_dans_le_chat")
    sortie = repondre(carnet, "acte.regler_code", texte, "41_code.png")
    assert "quelqu'un sait lire" in sortie and points_dits(sortie) == 1.5


def test_la_classe_a_ecrire_est_attaquee(carnet: Carnet) -> None:
    sortie = repondre(carnet, "acte.code", _banque("acte.code", "faux_random"), "41_classe.png")
    assert "À revoir" in sortie and "secrets" in sortie


def test_les_curseurs_se_bougent_au_clavier_et_les_tableaux_suivent(carnet: Carnet) -> None:
    avant, apres = toucher(carnet, "manette_code(GRAINE)", "Longueur", "ArrowUp", "41_manette.png", fois=4)
    assert avant != apres and "Deviner" in apres


def test_rejouons_montre_avant_et_apres(carnet: Carnet) -> None:
    repondre(carnet, "acte.regler_code", next(r.texte for r in banque.justes("acte.regler_code")))
    rang = carnet.rang_du_texte("reprise = rejouer_avec")
    sortie = carnet.executer(rang)
    carnet.aller(rang)
    carnet.photo(ARTEFACTS / "41_rejouons.png")
    assert "Et Camille" in sortie and "pas besoin d'acte" in sortie
