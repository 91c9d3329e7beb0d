"""Le journal du service : appels, courriers, guichet, feuilles d'heures, du premier jour au retrait.

Il se déduit du déroulé : chaque échec raconté est tiré parmi ceux qui ont eu lieu, et un service sans échec donne un
journal sans tort. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.mecanisme import Deroule
from chatmairie.echecs.choix_ia.monde import TEXTES
from chatmairie.echecs.commun.distribution import personne, prenoms, presenter
from chatmairie.echecs.commun.journal import LigneDeJournal, jour_ouvert, numeroter
from chatmairie.echecs.commun.pertes import pertes_de
from chatmairie.langue.phrases import remplir

PERTES = pertes_de("droit", "temps", "argent", "autonomie", "travail_bien_fait")
OUVERTURE = date(2025, 10, 6)
"""Le jour de l'ouverture : un lundi (hypothèse du cours)."""

DE_CE_PUBLIC = {"lecteur_ecran": "rayan", "sans_ecran": "karim", "apprenants": "erin"}
"""Public -> la personne de la distribution qui en est."""
_LIGNES = TEXTES["journal"]


def tirer_journal(hasard: Generator, deroule: Deroule, jusqu_au: int) -> pd.DataFrame:
    """Le journal du premier jour au jour `jusqu_au` (compris), avec ce que seul le juge regarde."""
    lignes = [*_des_echecs(hasard, deroule, jusqu_au), *_des_agents(hasard, deroule, jusqu_au)]
    for _ in range(14):
        modele = _une(hasard, _LIGNES["ordinaires"])
        qui = _prenom(hasard)
        lignes.append(_ligne(int(hasard.integers(1, jusqu_au + 1)), modele, qui))
    return numeroter(hasard, lignes)


def _ligne(jour: int, modele: dict[str, Any], qui: str) -> LigneDeJournal:
    texte, pertes = remplir(modele["texte"], prenom=qui), tuple(modele.get("pertes", ()))
    return LigneDeJournal(_date(jour), modele["source"], qui, True, texte, pertes)


def _des_echecs(hasard: Generator, deroule: Deroule, jusqu_au: int) -> list[LigneDeJournal]:
    lignes: list[LigneDeJournal] = []
    for rang, public in enumerate(deroule.publics):
        par_jour = deroule.echecs[:jusqu_au, rang]
        if not par_jour.sum():
            continue
        combien = int(min(par_jour.sum(), hasard.integers(5, 9)))
        for jour in sorted(hasard.choice(len(par_jour), combien, p=par_jour / par_jour.sum())):
            modele = _une(hasard, _LIGNES["echecs"][public.cle])
            qui = _de_la_distribution(public.cle, lignes) or _prenom(hasard)
            lignes.append(_ligne(int(jour) + 1, modele, qui))
    return lignes


def _de_la_distribution(public: str, deja: list[LigneDeJournal]) -> str:
    """La personne du récit qui est de ce public, si le journal n'en a pas encore parlé."""
    if public not in DE_CE_PUBLIC:
        return ""
    prenom = personne(DE_CE_PUBLIC[public]).prenom
    return "" if any(ligne.personne == prenom for ligne in deja) else prenom


def _des_agents(hasard: Generator, deroule: Deroule, jusqu_au: int) -> list[LigneDeJournal]:
    par_jour = deroule.echecs[:jusqu_au].sum(axis=1)
    total = int(par_jour.sum())
    if not total:
        return []
    lignes = []
    for jour in sorted(hasard.choice(len(par_jour), min(8, total), p=par_jour / total)):
        dit = _une(hasard, _LIGNES["agents"])
        qui, pertes = presenter(dit["qui"]), tuple(dit["pertes"])
        lignes.append(LigneDeJournal(_date(int(jour) + 1), "feuille d'heures", qui, False, dit["texte"], pertes))
    for modele in _LIGNES["proches"]:
        qui = _prenom(hasard)
        jour = int(hasard.choice(len(par_jour), p=par_jour / total))
        dite = _ligne(jour + 1, modele, qui)
        lignes.append(replace(dite, personne=remplir(_LIGNES["un_proche"], prenom=qui), usager=False))
    return lignes


def _une(hasard: Generator, lignes: list[Any]) -> Any:
    return lignes[int(hasard.integers(len(lignes)))]


def _prenom(hasard: Generator) -> str:
    connus = prenoms()
    return str(connus[int(hasard.integers(len(connus)))])


def _date(jour: int) -> date:
    """Le jour où la ligne est écrite : ce jour-là, ou le suivant où la mairie est ouverte (ni dimanche, ni férié)."""
    return jour_ouvert(OUVERTURE + timedelta(days=int(np.clip(jour, 1, 400)) - 1))
