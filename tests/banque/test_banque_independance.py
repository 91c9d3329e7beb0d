"""Les exercices sont indépendants : une réponse fausse au milieu de réponses justes ne fait perdre que ses points."""

from __future__ import annotations

from functools import cache

import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from outils import banque

pytestmark = pytest.mark.lent

FAUSSES = [r for r in banque.toutes() if r.genre in ("faux", "vide", "triche")]
JUSTES = {i: banque.justes(i)[0] for i in banque.identifiants()}


@cache
def _productions_seules(identifiant: str) -> dict:
    return banque.executer(JUSTES[identifiant])


@pytest.mark.parametrize("fausse", FAUSSES, ids=str)
def test_une_fausse_reponse_ne_coute_que_les_points_de_son_exercice(fausse: banque.Reponse) -> None:
    """Toutes les cellules dans un même espace, dans l'ordre du carnet, comme dans un noyau Jupyter."""
    carnet = banque.carnet_de(fausse.exercice)
    espace = banque.espace_du_carnet(carnet)
    rendues = {
        identifiant: banque.executer(fausse if identifiant == fausse.exercice else JUSTES[identifiant], espace)
        for identifiant in banque.exercices_du_carnet(carnet)
    }
    for identifiant, productions in rendues.items():
        if identifiant == fausse.exercice or productions == _productions_seules(identifiant):
            continue  # la même donnée, jugée ailleurs : même verdict
        exercice = catalogue.exercice(identifiant)
        rendu = jugement.juger(exercice, productions, [jugement.sujet_public(exercice)])
        assert rendu.verdict.points == exercice.points, f"{fausse} abîme {identifiant} : {banque.carte(rendu)}"
