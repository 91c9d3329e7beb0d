"""Le journal de la semaine : conversations, standard, feuilles d'heures, lettre des participants de l'atelier.

Chaque tort raconté est tiré parmi ceux qui ont eu lieu : une semaine sans réponse familière ni échec donne un journal
sans tort. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import personne, prenoms, presenter
from chatmairie.echecs.commun.journal import LigneDeJournal, numeroter
from chatmairie.echecs.commun.pertes import pertes_de
from chatmairie.echecs.design.monde import TEXTES
from chatmairie.echecs.design.tirage import besoin

PERTES = pertes_de("reponse", "respect", "autonomie", "temps", "parole", "travail_bien_fait")
OUVERTURE = date(2025, 11, 3)
"""Le jour de l'ouverture (hypothèse du cours : un lundi)."""

_PAR_PERSONNE = 2
"""Torts racontés par personne, au plus (hypothèse du cours)."""

_A_DIRE = TEXTES["journal"]


def tirer_journal(hasard: Generator, echanges: pd.DataFrame) -> pd.DataFrame:
    """Le journal de la semaine, avec ce que seul le juge regarde."""
    ratees = echanges[echanges["registre_reponse"].eq("familier") & ~echanges["reussi"].astype(bool)]
    lignes = []
    for cle, les_siennes in ratees.groupby("cle", sort=False):
        dit, qui = _A_DIRE["echecs"][cle], personne(str(cle)).prenom
        for i in hasard.permutation(len(les_siennes))[:_PAR_PERSONNE]:
            texte = dit["texte"].format(b=besoin(les_siennes["besoin"].iloc[i]).nom)
            lignes.append(LigneDeJournal(_jour(hasard), dit["source"], qui, True, texte, tuple(dit["pertes"])))
    if len(ratees):
        lignes += _autour(hasard, len(ratees))
    for dit in _tirer(hasard, _A_DIRE["ordinaires"], 12):
        qui = _prenom(hasard)
        lignes.append(LigneDeJournal(_jour(hasard), dit["source"], qui, True, dit["texte"].format(q=qui)))
    return numeroter(hasard, lignes)


def _autour(hasard: Generator, ratees: int) -> list[LigneDeJournal]:
    """Ce que vivent ceux qui n'ont rien demandé : les agents, les participants de l'atelier, les proches."""
    lignes = []
    for dit in _tirer(hasard, _A_DIRE["agents"], min(5, ratees)):
        qui, pertes = presenter(dit["cle"]), tuple(dit["pertes"])
        lignes.append(LigneDeJournal(_jour(hasard), "feuille d'heures", qui, False, dit["texte"], pertes))
    for source, textes, role, pertes in (
        ("atelier", _A_DIRE["atelier"], "à l'atelier", ("parole", "respect")),
        ("standard", _A_DIRE["proches"], "un proche", ("temps",)),
    ):
        for texte in textes:
            qui = _prenom(hasard)
            dit = texte.format(q=qui)
            lignes.append(LigneDeJournal(_jour(hasard), source, f"{qui}, {role}", False, dit, pertes))
    return lignes


def _tirer(hasard: Generator, parmi: list, combien: int) -> list:
    return [parmi[int(i)] for i in hasard.integers(len(parmi), size=combien)]


def _prenom(hasard: Generator) -> str:
    connus = prenoms()
    return str(connus[int(hasard.integers(len(connus)))])


def _jour(hasard: Generator) -> date:
    return OUVERTURE + timedelta(days=int(hasard.integers(0, 5)))
