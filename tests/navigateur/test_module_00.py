"""L'accueil dans un vrai JupyterLab : des craintes, un numéro, une réponse fausse puis juste, sans code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.navigateur.conftest import ARTEFACTS
from tests.navigateur.laboratoire import Carnet, lire_progres, serveur

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]


@pytest.fixture(scope="module")
def accueil(navigateur: Any, travail: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Carnet]:
    journal = tmp_path_factory.mktemp("journal-accueil") / "jupyterlab.txt"
    with serveur(travail, journal) as adresse:
        page = navigateur.new_page(viewport={"width": 1280, "height": 900})
        yield Carnet(page, adresse, "00_accueil/00_accueil.ipynb")
        page.close()


def test_tout_executer_sans_rien_ecrire_ne_donne_aucune_erreur(accueil: Carnet) -> None:
    accueil.photo(ARTEFACTS / "00_ouverture.png")
    accueil.tout_executer()
    assert accueil.erreurs() == []
    assert "Tout est prêt" in accueil.sortie(accueil.rang_du_texte("verifier_environnement()"))
    assert "Non traité" in accueil.sortie(accueil.rang_du_texte('verifier("accueil.guichets"'))


def test_les_craintes_et_le_numero_sont_gardes(accueil: Carnet, travail: Path) -> None:
    rang = accueil.rang_du_texte("craindre(\n")
    accueil.ecrire(rang, 'craindre(\n    acte="quelqu\'un demande le mien",\n    interface="exclusion",\n)')
    dit = accueil.executer(rang)
    accueil.aller(rang)
    accueil.photo(ARTEFACTS / "00_craintes.png")
    assert "quelqu'un demande le mien" in dit and "ne pourront pas s'en servir" in dit
    rang = accueil.rang_exact("choisir_numero(...)")
    accueil.ecrire(rang, "choisir_numero(4127)")
    assert "GRAINE = 2026" in accueil.executer(rang)
    accueil.photo(ARTEFACTS / "00_numero.png")
    notes = lire_progres(travail)["notes"]
    assert notes["accueil.numero"] == 4127 and set(notes["accueil.craintes"]) == {"acte", "interface"}


def test_une_reponse_fausse_puis_juste_sans_code(accueil: Carnet) -> None:
    reponse, verdict = accueil.rang("accueil-guichets"), accueil.rang_du_texte('verifier("accueil.guichets"')
    accueil.ecrire(reponse, 'part_de_refus = choisir("accueil.guichets", calcul="nombre")')
    accueil.executer(reponse)
    faux = accueil.executer(verdict)
    accueil.aller(verdict)
    accueil.photo(ARTEFACTS / "00_faux.png")
    assert "À revoir" in faux and "passent inaperçues" in faux
    accueil.ecrire(reponse, 'part_de_refus = choisir("accueil.guichets", calcul="part_du_guichet")')
    accueil.executer(reponse)
    juste = accueil.executer(verdict)
    accueil.aller(verdict)
    accueil.photo(ARTEFACTS / "00_juste.png")
    assert "Réussi" in juste and "(3/3)" in juste
