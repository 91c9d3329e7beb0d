"""`donnees.rappeler` : appeler les familles refusées à tort, toutes, et elles seules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES, enfant
from chatmairie.echecs.donnees.monde import Monde
from chatmairie.echecs.donnees.tirage import appliquer_reglement, tirer_dossiers
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
LIGNES = 600


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    dossiers = tirer_dossiers(hasard, monde, lignes=LIGNES)
    recevable = appliquer_reglement(dossiers, monde.reglement)["recevable"]
    refuse = dossiers["jour_depot"].eq(monde.jour_sale) | ~recevable
    decisions = dossiers.assign(recevable=recevable, decision=np.where(refuse, "refuser", "accepter"))
    return Sujet(entrees={"decisions": decisions}, verite={"decisions": decisions})


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    rappeler, decisions = formes.fonction(productions["rappeler"], "rappeler"), entrees["decisions"]
    rendus = formes.textes(formes.liste(formes.rendu(rappeler(decisions.copy()), "rappeler"), "rappeler"))
    if inconnus := set(rendus) - set(decisions["num_dossier"]):
        raise F.refus("inconnus", n=len(inconnus))
    return {"rappeles": rendus}


def _a_tort(decisions: pd.DataFrame) -> pd.Series:
    return decisions["recevable"] & decisions["decision"].eq("refuser")


@F.controle
def personne_oublie(sujet: Sujet, reponse: Reponse) -> Constat | None:
    decisions = sujet.verite["decisions"]
    leses = decisions[_a_tort(decisions)]
    oublies = leses[~leses["num_dossier"].isin(reponse["rappeles"])]
    if oublies.empty:
        return None
    return F.tort("famille_oubliee", len(oublies), enfant=enfant(oublies.iloc[0]), sur=len(leses))


@F.controle
def personne_derange(sujet: Sujet, reponse: Reponse) -> Constat | None:
    decisions = sujet.verite["decisions"]
    deranges = decisions[decisions["num_dossier"].isin(reponse["rappeles"]) & ~_a_tort(decisions)]
    return None if deranges.empty else F.tort("famille_derangee", len(deranges), enfant=enfant(deranges.iloc[0]))


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def rappeler(dossiers: pd.DataFrame) -> pd.Series:
        refuses = dossiers[dossiers["decision"].eq("refuser")]
        if decisions["qui"] != "tous_les_refus":
            refuses = refuses[refuses["recevable"]]
        if decisions["qui"] == "le_mercredi":
            refuses = refuses[refuses["jour_depot"].eq("mercredi")]
        return refuses["num_dossier"]

    return {"rappeler": rappeler}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
