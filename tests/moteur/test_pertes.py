"""Une seule table des pertes : chaque énoncé en recopie les définitions, et deux lectures d'une ligne se valent."""

from __future__ import annotations

from importlib import import_module

import pytest

from chatmairie.echecs.catalogue import PAQUETS
from chatmairie.echecs.commun.journal import PERTES, VOISINES, defendues
from outils import banque

MODULES = [m for m in PAQUETS if f"{m}.personnes" in banque.identifiants()]


@pytest.mark.parametrize("module", MODULES)
def test_chaque_perte_est_definie_a_cote_de_la_liste(module: str) -> None:
    choisies = import_module(f"chatmairie.echecs.{module}.journal").PERTES
    enonce = banque.carnet_de(f"{module}.personnes").read_text(encoding="utf-8")
    for cle, definition in choisies.items():
        assert PERTES[cle] == definition and f'`"{cle}"` : {definition}' in enonce


def test_les_voisines_sont_des_pertes_et_se_lisent_pour_quelqu_un() -> None:
    assert len(MODULES) == 5
    assert {p for perte, aussi, _ in VOISINES for p in (perte, aussi)} <= set(PERTES)
    assert {pour for *_, pour in VOISINES} == {"tous", "usager", "agent", "autre"}


def test_deux_lectures_d_une_meme_ligne_se_valent() -> None:
    famille = {"usager": True, "source": "standard", "pertes": ("explication",)}
    assert defendues(famille, ()) == {"explication", "place"}
    garde = {"usager": False, "source": "standard", "pertes": ("temps",)}
    agente = {"usager": False, "source": "feuille d'heures", "pertes": ("temps",)}
    assert defendues(garde, ("feuille d'heures",)) == {"temps"}
    assert defendues(agente, ("feuille d'heures",)) == {"temps", "travail_bien_fait", "tranquillite"}
