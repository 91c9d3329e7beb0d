"""Le monde de la campagne : il refuse ce qui se contredit, et les autres mairies sont vraiment autres."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from chatmairie.echecs.campagne.monde import BASES, MONDE_DU_COURS, SCENARIOS, Monde, monde_mute
from chatmairie.echecs.commun.exigences import exiger_monde


def test_les_parts_font_un_tout() -> None:
    assert sum(SCENARIOS.values()) == pytest.approx(1)
    assert sum(BASES.values()) == pytest.approx(1)
    assert sum(list(BASES.values())[:2]) == pytest.approx(0.8)


@pytest.mark.parametrize(
    "change",
    [
        {"canal": "pigeon"},
        {"autres_finalites": ("agenda culturel",)},
        {"autres_finalites": ()},
        {"preuves_nulles": ("formulaire signé",)},
        {"preuves_valables": ()},
        {"mots_internes": ("interne",)},
        {"mots_internes": ("public", "brouillon")},
        {"calendriers": ()},
        {"calendriers": ("agenda des agents",)},
        {"jeu": "ville"},
        {"age_minimum": 12},
    ],
)
def test_un_monde_absurde_est_refuse_par_une_phrase(change: dict) -> None:
    with pytest.raises(ValueError, match=r"\w+ .*\."):
        replace(MONDE_DU_COURS, **change)


def test_un_age_qui_n_est_pas_un_entier_est_refuse() -> None:
    with pytest.raises(TypeError, match="age_minimum"):
        replace(MONDE_DU_COURS, age_minimum="15")
    with pytest.raises(TypeError, match="Monde"):
        exiger_monde("le monde du cours", Monde)


@pytest.mark.parametrize("graine", range(20))
def test_une_autre_mairie_a_d_autres_mots(graine: int) -> None:
    ailleurs = monde_mute(np.random.default_rng(graine))
    assert ailleurs == monde_mute(np.random.default_rng(graine))
    assert ailleurs.finalite != MONDE_DU_COURS.finalite
    assert not set(ailleurs.preuves_valables) & set(MONDE_DU_COURS.preuves_valables)
    assert not set(ailleurs.mots_internes) & set(MONDE_DU_COURS.mots_internes)
    assert ailleurs.calendrier_agents != MONDE_DU_COURS.calendrier_agents
    assert ailleurs.date != MONDE_DU_COURS.date


def test_tout_ce_que_nomme_un_enonce_change_dans_une_autre_mairie() -> None:
    """Par construction, non par chance : une valeur écrite en dur se voit toujours."""
    change = ("finalite", "canal", "date", "age_minimum", "preuves_valables", "calendriers", "valideurs", "genres")
    for graine in range(20):
        autre = monde_mute(np.random.default_rng(graine))
        for nom in change:
            ici, la = getattr(MONDE_DU_COURS, nom), getattr(autre, nom)
            assert not set(ici) & set(la) if isinstance(ici, tuple) and nom != "calendriers" else ici != la, nom
