"""La page du guide est celle que la commande écrit, et dit ce que chaque attaque obtient."""

from __future__ import annotations

from tests.attaques.liste import FAMILLES, TOUTES, VITES
from tests.attaques.securite import PAGE, page


def test_la_page_est_celle_que_la_commande_ecrit() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "relancez : python -m tests.attaques.securite"
    assert len(page().splitlines()) <= 120


def test_chaque_attaque_est_dite_une_fois_et_aucune_famille_n_en_cache_une_autre() -> None:
    assert len(TOUTES) == sum(map(len, FAMILLES.values()))
    assert all(a.dit and "|" not in a.dit + a.nu for a in TOUTES.values())
    assert 10 <= len(VITES) <= 30
