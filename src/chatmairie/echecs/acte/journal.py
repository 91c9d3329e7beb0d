"""Le journal du service : ce que des gens ont dit après le passage de ChatMairie.

Il se déduit du déroulé : chaque tort raconté est tiré parmi ceux qui ont eu lieu. Un service qui n'a rien remis à tort
donne un journal sans vol d'acte. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte.mecanisme import Deroule
from chatmairie.echecs.acte.monde import AVEC_FILIATION, TEXTES
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.journal import LigneDeJournal, jour_ouvert, numeroter, pertes_de
from chatmairie.langue.phrases import remplir

PERTES = pertes_de("papiers", "intimite", "acte", "temps", "autonomie", "travail_bien_fait")
_DITS = TEXTES["journal"]


def tirer_journal(hasard: Generator, deroule: Deroule) -> pd.DataFrame:
    """Le journal de l'année, avec ce que seul le juge regarde (voir `commun/journal.py`)."""
    d = deroule.demandes
    partis, elle = d[d["a_tort"]], d["demandeur"].eq("la personne")
    remis, intime = elle & d["etat"].eq("remis"), d["motif"].isin(("adoption", "PACS", "succession chez un notaire"))
    lignes = [
        _dire(un, _DITS["voles"][rang % len(_DITS["voles"])], usager=False)
        for rang, un in enumerate(_quelques(hasard, partis, 9, "camille"))
    ]
    cites = _quelques(hasard, partis[partis["parents"].ne("")], len(d))
    for un in [un for un in cites if un["acte"] in AVEC_FILIATION][:3]:
        lignes.append(_dire(un, _DITS["parents"], usager=False, qui=un["parents"].split(" et ")[0]))
    for situation, dit in _DITS["dehors"].items():
        dehors = d[d["dehors"] & d["situation"].eq(situation)]
        lignes += [_dire(un, dit, usager=True) for un in _quelques(hasard, dehors, 4, "rayan", "karim")]
    lignes += [_dire(un, _DITS["intimes"], usager=True) for un in _quelques(hasard, d[remis & intime], 3)]
    for un in _quelques(hasard, partis, 6) if len(partis) else ():
        dit = _DITS["agents"][int(hasard.integers(len(_DITS["agents"])))]
        agent = personne(dit["qui"])
        lignes.append(_dire(un, dit, usager=False, qui=f"{agent.prenom}, {agent.role}"))
    lignes += [
        _dire(un, _DITS["ordinaires"][rang % len(_DITS["ordinaires"])], usager=True)
        for rang, un in enumerate(_quelques(hasard, d[remis & d["cle"].eq("")], 15))
    ]
    return numeroter(hasard, lignes)


def _quelques(hasard: Generator, table: pd.DataFrame, combien: int, *cles: str) -> list[dict[str, Any]]:
    """`combien` lignes au hasard ; celles de ces habitants de la distribution en font partie."""
    melee = table.iloc[hasard.permutation(len(table))]
    dabord = melee["cle"].isin(cles)
    return pd.concat([melee[dabord], melee[~dabord]]).head(combien).to_dict("records")


def _dire(un: Mapping[str, Any], dit: Mapping[str, Any], *, usager: bool, qui: str = "") -> LigneDeJournal:
    qui = qui or f"{un['prenom']} {un['nom']}"
    quand = jour_ouvert(date.fromisoformat(un["date"]) + timedelta(days=9))
    texte = remplir(dit["texte"], qui=qui, motif=un["motif"])
    return LigneDeJournal(quand, dit["source"], qui, usager, texte, tuple(dit.get("pertes", ())))
