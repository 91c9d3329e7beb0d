"""« Dire qui est lésé » sans lire : trois lignes sans tort gagnent moins de la moitié, quel que soit le numéro."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement

MODULES = ("choix_ia", "donnees", "design", "acte", "campagne")
NUMEROS = range(7000, 7020)


def _part(module: str, graine: int, lignes: Any, perd: str) -> float:
    exercice = catalogue.exercice(f"{module}.personnes")
    personnes = [{"qui": ligne.personne, "perd": perd, "preuve": ligne.ligne} for ligne in lignes.itertuples()]
    rendu = jugement.juger(
        exercice, {"PERSONNES": {"graine": graine, "personnes": personnes}}, jugement.sujets_de_notation(exercice)
    )
    return rendu.verdict.points / exercice.points


@pytest.mark.parametrize("module", MODULES)
def test_trois_lignes_sans_tort_ne_gagnent_pas_la_moitie(module: str) -> None:
    rejouer = import_module(f"chatmairie.echecs.{module}.rejeu").rejouer
    for graine in NUMEROS:
        journal = rejouer.journal_du_juge(graine)
        perd = journal.loc[journal["tort"], "perte"].iloc[0]
        sans_tort = journal[~journal["tort"]].drop_duplicates("personne")[:3]
        assert _part(module, graine, sans_tort, perd) < 0.5, graine
