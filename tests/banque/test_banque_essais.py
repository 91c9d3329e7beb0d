"""Des essais contre chaque juge, gardés et rejoués : ce que quelqu'un a tenté, ce qu'il attendait, ce qu'il a eu.

`banque/essais/<exercice>.csv` : `reponse`, le texte d'une cellule ; `attendu`, écrit avant de la juger ; `note`, ce
qu'elle obtient. Ce que l'on attend : « plein » ; « moitie », la moitié au plus, car quelqu'un est lésé ; « partiel »,
moins que tout ; « forme », rien, car la réponse ne se lit pas.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.juge.exercice import Exercice
from outils import banque

pytestmark = pytest.mark.complet

ESSAIS = sorted(banque.ESSAIS.glob("*.csv"))
AU_MOINS = 15
PERMIS = {"plein": (1.0, 1.0), "moitie": (0.0, 0.5), "partiel": (0.0, 0.99), "forme": (0.0, 0.0)}
"""Attendu -> la part des points permise, de … à …."""


def _lignes(fichier: Path) -> list[dict[str, str]]:
    with fichier.open(encoding="utf-8", newline="") as entree:
        return list(csv.DictReader(entree, delimiter=";"))


def test_chaque_exercice_a_ete_attaque() -> None:
    assert {f.stem for f in ESSAIS} == {i for i, e in catalogue.tous().items() if isinstance(e, Exercice)}


@pytest.mark.parametrize("fichier", ESSAIS, ids=lambda f: f.stem)
def test_les_essais_sont_assez_nombreux_et_differents(fichier: Path) -> None:
    lignes = _lignes(fichier)
    assert len({ligne["reponse"] for ligne in lignes}) == len(lignes) >= AU_MOINS
    assert {ligne["attendu"] for ligne in lignes} <= set(PERMIS)
    assert {"plein", "moitie"} <= {ligne["attendu"] for ligne in lignes}


@pytest.mark.parametrize("fichier", ESSAIS, ids=lambda f: f.stem)
def test_chaque_essai_obtient_la_note_gardee_et_ce_que_l_on_en_attendait(fichier: Path) -> None:
    exercice = catalogue.exercice(fichier.stem)
    sujets = jugement.sujets_de_notation(exercice)
    for ligne in _lignes(fichier):
        reponse = banque.Reponse(fichier.stem, "essai", ligne["reponse"])
        rendu = jugement.juger(exercice, banque.executer(reponse), sujets)
        mini, maxi = PERMIS[ligne["attendu"]]
        assert rendu.verdict.points == float(ligne["note"]), ligne["reponse"] + banque.carte(rendu)
        assert mini <= rendu.verdict.points / exercice.points <= maxi, ligne["reponse"]
