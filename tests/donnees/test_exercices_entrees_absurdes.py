"""Une réponse absurde reçoit une phrase claire, jamais une erreur du juge, et ne rapporte pas de points de fond."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs import catalogue
from chatmairie.echecs.donnees.rejeu import rejouer
from chatmairie.juge import jugement
from outils import banque

ABSURDES: dict[str, Callable[[], Any]] = {
    "rien": lambda: None,
    "vrai": lambda: True,
    "nombre": lambda: 3,
    "nan": lambda: math.nan,
    "texte": lambda: "mercredi",
    "liste_vide": list,
    "liste": lambda: [1, "a", None],
    "dictionnaire_vide": dict,
    "dictionnaire": lambda: {"a": [1, {"b": None}]},
    "ensemble": lambda: {1, 2},
    "table_vide": pd.DataFrame,
    "table": lambda: pd.DataFrame({"a": [1, 2], "b": ["x", None]}),
    "colonne_vide": lambda: pd.Series(dtype=float),
    "colonne": lambda: pd.Series([1, None, 3]),
    "colonne_de_textes": lambda: pd.Series(["accepter", "agent"]),
    "tableau_numpy": lambda: np.zeros((2, 2)),
    "classe": lambda: dict,
    "fonction": lambda: len,
    "groupby": lambda: pd.DataFrame({"a": [1]}).groupby("a"),
    "index_double": lambda: pd.Series([0.5, 0.5], index=["lundi", "lundi"]),
    "colonnes_doubles": lambda: pd.DataFrame([[1, 2]], columns=["semaine", "semaine"]),
}
FONCTIONS = [i for i in banque.identifiants() if catalogue.exercice(i).productions[0].islower()]
DONNEES = [i for i in banque.identifiants() if i not in FONCTIONS]


def _exiger_une_phrase(rendu: jugement.Jugement, maximum: float) -> None:
    assert rendu.execution is None, f"le code n'a rien fait de mal : {rendu.erreur!r}"
    assert rendu.verdict.points <= maximum
    for echec in rendu.verdict.echecs:
        assert echec.constat.famille != jugement.JUGE_EN_DEFAUT, echec.constat.observe
    assert any(e.constat.phrase.endswith((".", "?")) for e in rendu.verdict.echecs)


@pytest.mark.parametrize("absurde", ABSURDES)
@pytest.mark.parametrize("identifiant", FONCTIONS)
def test_une_fonction_qui_rend_n_importe_quoi(identifiant: str, absurde: str) -> None:
    exercice = catalogue.exercice(identifiant)
    production = {nom: (lambda *_: ABSURDES[absurde]()) for nom in exercice.productions}
    rendu = jugement.juger(exercice, production, [jugement.sujet_public(exercice)])
    # un tableau vide est une réponse lisible de `surveiller` : aucune alerte, donc aucune fausse alerte
    maximum = 0.75 if (identifiant, absurde) == ("donnees.surveiller", "table_vide") else exercice.points / 3
    _exiger_une_phrase(rendu, maximum)


@pytest.mark.parametrize("absurde", [a for a in ABSURDES if a not in ("classe", "fonction")])
@pytest.mark.parametrize("identifiant", FONCTIONS)
def test_autre_chose_qu_une_fonction(identifiant: str, absurde: str) -> None:
    exercice = catalogue.exercice(identifiant)
    production = {nom: ABSURDES[absurde]() for nom in exercice.productions}
    rendu = jugement.juger(exercice, production, [jugement.sujet_public(exercice)])
    _exiger_une_phrase(rendu, 0.0)
    assert "doit être une fonction" in rendu.verdict.echecs[0].constat.phrase


@pytest.mark.parametrize("absurde", ABSURDES)
@pytest.mark.parametrize("identifiant", DONNEES)
def test_une_donnee_absurde(identifiant: str, absurde: str) -> None:
    exercice = catalogue.exercice(identifiant)
    production = {nom: ABSURDES[absurde]() for nom in exercice.productions}
    rendu = jugement.juger(exercice, production, [jugement.sujet_public(exercice)])
    # là où l'on demande un texte, un texte a la forme demandée ; il ne rapporte rien de plus
    demandee = (identifiant, absurde) == ("design.contre_exemple", "texte")
    _exiger_une_phrase(rendu, exercice.controles[0].points if demandee else 0.0)


@pytest.mark.parametrize(
    ("identifiant", "production"),
    [
        ("donnees.personnes", {"graine": 2026, "personnes": [{"qui": "Léa"}]}),
        ("donnees.personnes", {"graine": "2026", "personnes": []}),
        ("donnees.personnes", {"graine": True, "personnes": []}),
        ("donnees.personnes", {"graine": 10**9, "personnes": []}),
        ("donnees.personnes", {"graine": 2026, "personnes": "Léa"}),
        ("donnees.personnes", {"graine": 2026, "personnes": [{"qui": " ", "perd": "temps", "preuve": "J-1"}]}),
        ("donnees.ria31", [{}, {}, {}]),
        ("donnees.ria31", ["CM-SOC-01", "CM-SOC-02", "CM-SOC-04"]),
        ("donnees.ria31", [{"critere": 1, "phrase": 2, "personne": 3, "preuve": 4}] * 3),
        ("donnees.colonnes", {"age": 3}),
        ("donnees.colonnes", {"age": None}),
        ("donnees.colonnes", {3: "trois mots ici"}),
        ("donnees.colonnes", {"decision": "apprendre la bonne réponse", "prenom": "reconnaître la famille"}),
    ],
)
def test_une_donnee_presque_bonne(identifiant: str, production: Any) -> None:
    exercice = catalogue.exercice(identifiant)
    rendu = jugement.juger(exercice, {exercice.productions[0]: production}, [jugement.sujet_public(exercice)])
    _exiger_une_phrase(rendu, exercice.points * 0.65)


@pytest.mark.parametrize("ecrire", ["J-{:04d}", "j-{}", "J {}", "{}", int, "ligne J-{:04d}", " J-{:04d} "], ids=str)
def test_un_numero_de_ligne_se_lit_de_plusieurs_facons(ecrire: Any) -> None:
    exercice = catalogue.exercice("donnees.personnes")
    numero = int(rejouer(2026).journal["ligne"].iloc[0][2:])
    preuve = numero if ecrire is int else ecrire.format(numero)
    production = {"graine": 2026, "personnes": [{"qui": "Léa", "perd": "place", "preuve": preuve}]}
    rendu = jugement.juger(exercice, {"PERSONNES": production}, [jugement.sujet_public(exercice)])
    assert "preuves_existantes" in rendu.verdict.reussis
