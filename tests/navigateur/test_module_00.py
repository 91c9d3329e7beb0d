"""L'accueil dans un vrai JupyterLab : des craintes, un numéro, une réponse fausse puis juste, sans code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.navigateur.laboratoire import Carnet, lire_progres
from tests.navigateur.seance import ARTEFACTS, ne_rien_ecrire, repondre

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]

CARNET = "00_accueil/00_accueil.ipynb"


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(carnet: Carnet) -> None:
    carnet.photo(ARTEFACTS / "00_ouverture.png")
    ne_rien_ecrire(carnet, "accueil")
    carte = carnet.sortie(carnet.rang_du_texte("Couverture()"))
    assert "Votre machine" in carte and "à régler" not in carte, "ce qui va bien reste replié"
    assert "ouvrez-moi" in carnet.sortie(carnet.rang_du_texte("ouvrir_le_service()"))
    assert "Non traité" in carnet.sortie(carnet.rang_du_texte('verifier("accueil.guichets"'))


def test_les_craintes_et_le_numero_sont_gardes(carnet: Carnet, travail: Path) -> None:
    rang = carnet.rang_du_texte("craindre(\n")
    carnet.ecrire(rang, 'craindre(\n    acte="quelqu\'un demande le mien",\n    interface="exclusion",\n)')
    dit = carnet.executer(rang)
    carnet.aller(rang)
    carnet.photo(ARTEFACTS / "00_craintes.png")
    assert "quelqu'un demande le mien" in dit and "ne pourront pas s'en servir" in dit
    rang = carnet.rang_exact("choisir_numero(...)")
    carnet.ecrire(rang, "choisir_numero(4127)")
    assert "GRAINE = 2026" in carnet.executer(rang)
    carnet.photo(ARTEFACTS / "00_numero.png")
    notes = lire_progres(travail)["notes"]
    assert notes["accueil.numero"] == 4127 and set(notes["accueil.craintes"]) == {"acte", "interface"}


def test_une_reponse_fausse_puis_juste_sans_code(carnet: Carnet) -> None:
    ecrire = 'part_de_refus = choisir("accueil.guichets", calcul="{}")'
    faux = repondre(carnet, "accueil.guichets", ecrire.format("nombre"), "00_faux.png")
    assert "À revoir" in faux and "passent inaperçues" in faux
    juste = repondre(carnet, "accueil.guichets", ecrire.format("part_du_guichet"), "00_juste.png")
    assert "Réussi" in juste and "(3/3)" in juste
