"""Chaque carnet tient dans les budgets écrits dans outils/budgets.py ; au-delà, l'intégration échoue."""

from __future__ import annotations

from pathlib import Path

import pytest

from chatmairie.carnets.source import trouver_les_carnets
from outils import budgets, mesures_carnets

RACINE = Path(__file__).resolve().parents[2]
CARNETS = [s.with_suffix(".ipynb") for s in trouver_les_carnets(RACINE / "course")]
chaque_carnet = pytest.mark.parametrize("carnet", CARNETS, ids=lambda c: c.stem)


@pytest.fixture(scope="module")
def reference() -> float:
    return budgets.calcul_de_reference()


@chaque_carnet
def test_le_poids_du_carnet_et_de_ses_resultats(carnet: Path) -> None:
    total, sorties = budgets.octets_du_carnet(carnet)
    assert 0 < sorties < total
    assert total <= budgets.CARNET_KO * 1e3, f"{carnet.name} pèse {total / 1e3:.0f} ko"
    assert sorties <= budgets.SORTIES_KO * 1e3, f"ses résultats pèsent {sorties / 1e3:.0f} ko"


@pytest.mark.lent
@chaque_carnet
def test_le_calcul_et_la_memoire_du_carnet(carnet: Path, reference: float) -> None:
    mesure = mesures_carnets.executer_a_part(carnet, caches=True)
    assert mesure["memoire_mo"] <= budgets.BUDGETS["memoire"], f"{mesure['memoire_mo']:.0f} Mo"
    rapport = mesure["processeur_s"] / reference
    assert 0.2 < rapport <= budgets.RAPPORT_DE_CALCUL, f"{rapport:.1f} travaux de référence"


def test_le_poids_de_l_environnement() -> None:
    total, gros = budgets.taille_de_l_environnement()
    noms = [nom for nom, _ in gros]
    assert 100 < total <= budgets.ENVIRONNEMENT_MO, f"{total:.0f} Mo, dont {gros}"
    assert {"scipy", "pandas"} <= set(noms), "les paquets dont dépend le cours sont bien suivis"


def test_un_depassement_serait_vu(tmp_path: Path) -> None:
    gros = tmp_path / "gros.ipynb"
    gros.write_text('{"cells": [{"outputs": [{"data": "' + "x" * 900_000 + '"}]}]}', encoding="utf-8")
    total, sorties = budgets.octets_du_carnet(gros)
    assert total > budgets.CARNET_KO * 1e3 and sorties > budgets.SORTIES_KO * 1e3
