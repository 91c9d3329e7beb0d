"""Le module 02 dans un vrai JupyterLab, comme un élève : rien d'écrit, une erreur, puis juste, sans code, au clavier.

Les essais se suivent sur le même carnet ouvert : l'ordre est celui d'une séance.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.navigateur.conftest import ARTEFACTS
from tests.navigateur.laboratoire import Carnet, lire_progres

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]

NOTES = ("personnes", "taux", "enqueter", "ria31", "ecarter", "colonnes", "decider", "surveiller")


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(carnet: Carnet) -> None:
    carnet.photo(ARTEFACTS / "02_ouverture.png")
    carnet.tout_executer()
    assert carnet.erreurs() == []
    for nom in NOTES:
        sortie = carnet.sortie(carnet.rang(f"donnees-{nom}-note"))
        assert sortie.strip().startswith("Non traité"), (nom, sortie[:200])
        assert sortie.rstrip().endswith("0.0"), (nom, sortie[-80:])
    assert "écrivez d'abord" in carnet.sortie(carnet.rang_du_texte("reprise = rejouer_avec"))


def test_une_reponse_fausse_puis_juste_change_le_verdict(carnet: Carnet, travail: Path) -> None:
    reponse, note = carnet.rang("donnees-taux"), carnet.rang("donnees-taux-note")
    carnet.ecrire(
        reponse,
        'def taux_de_refus(archives, par):\n    return archives[archives["decision"] == "refuse"].groupby(par).size()',
    )
    carnet.executer(reponse)
    faux = carnet.executer(note)
    carnet.aller(note)
    carnet.photo(ARTEFACTS / "02_taux_faux.png")
    assert "À revoir" in faux and "Vous comptez les refus" in faux and "tests visibles" in faux.lower()
    carnet.ecrire(
        reponse,
        "def taux_de_refus(archives, par):\n"
        '    return (archives["decision"] == "refuse").groupby(archives[par]).mean()',
    )
    carnet.executer(reponse)
    juste = carnet.executer(note)
    carnet.aller(note)
    carnet.photo(ARTEFACTS / "02_taux_juste.png")
    assert "Réussi" in juste and "(3/3)" in juste and juste.rstrip().endswith("1.0")
    assert lire_progres(travail)["exercices"]["donnees.taux"]["statut"] == "réussi"


def test_le_chemin_sans_code_est_juge_par_le_meme_juge(carnet: Carnet) -> None:
    reponse, note = carnet.rang("donnees-ecarter"), carnet.rang("donnees-ecarter-note")
    carnet.ecrire(
        reponse, 'ecarter, rapprocher = choisir("donnees.ecarter", lignes=["tout_le_jour"], doubles="premiere_ligne")'
    )
    carnet.executer(reponse)
    faux = carnet.executer(note)
    assert "À revoir" in faux and "dossier" in faux
    carnet.ecrire(
        reponse,
        'ecarter, rapprocher = choisir("donnees.ecarter", lignes=["personne_n_a_instruit", "critere_abandonne"], '
        'doubles="derniere_vraie_decision")',
    )
    carnet.executer(reponse)
    juste = carnet.executer(note)
    carnet.aller(note)
    carnet.photo(ARTEFACTS / "02_sans_code.png")
    assert "Réussi" in juste and juste.rstrip().endswith("3.0")


def test_une_erreur_de_programme_est_racontee_sans_trace(carnet: Carnet) -> None:
    reponse, note = carnet.rang("donnees-surveiller"), carnet.rang("donnees-surveiller-note")
    carnet.ecrire(reponse, 'def surveiller(decisions):\n    return decisions["jour"]')
    carnet.executer(reponse)
    sortie = carnet.executer(note)
    carnet.aller(note)
    carnet.photo(ARTEFACTS / "02_erreur.png")
    assert "Traceback" not in sortie and "jour" in sortie and sortie.rstrip().endswith("0.0")


def test_les_cases_se_cochent_au_clavier_et_le_tableau_suit(carnet: Carnet) -> None:
    rang = carnet.rang_exact("manette_colonnes(GRAINE)")
    cellule = carnet.aller(rang)
    avant = cellule.inner_text()
    case = cellule.get_by_label("code_file")
    case.focus()
    carnet.page.keyboard.press("Space")
    carnet.page.wait_for_timeout(1500)
    apres = carnet.aller(rang).inner_text()
    carnet.photo(ARTEFACTS / "02_manette.png")
    assert avant != apres
    assert "sans jour_depot, code_file" in apres
