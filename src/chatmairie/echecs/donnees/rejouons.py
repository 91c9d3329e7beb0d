"""« Rejouons » : la même rentrée, avec les réponses de l'apprenant. Qui est encore lésé ?

Rien n'est noté ici. Ce qui n'est pas encore écrit est dit, et le reste du carnet continue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from chatmairie.echecs.commun.remedes import rejouer_avec_les_reponses
from chatmairie.echecs.donnees.exercices.decider import lire_les_decisions
from chatmairie.echecs.donnees.modele import entrainer
from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS, Monde
from chatmairie.echecs.donnees.nettoyage import nettoyer
from chatmairie.echecs.donnees.rejeu import Rejeu, rejouer


@dataclass(frozen=True)
class Reprise:
    """Le rejeu réparé. `manque` : phrase si quelque chose n'est pas écrit ou ne tourne pas ; sinon
    `decisions` : la table du rejeu avec `avant` (naïf) et `apres` (réparé)."""

    rejeu: Rejeu
    manque: str = ""
    decisions: pd.DataFrame | None = None


def rejouer_avec(
    graine: int, *, ecarter: Any, rapprocher: Any, COLONNES: Any, decider: Any, monde: Monde = MONDE_DU_COURS
) -> Reprise:
    """Rejoue la rentrée de cette graine avec les quatre réponses. Ne lève rien de ce que lève leur code."""
    rejeu = rejouer(graine, monde)
    pieces = {"ecarter": ecarter, "rapprocher": rapprocher, "COLONNES": COLONNES, "decider": decider}
    decisions, manque = rejouer_avec_les_reponses(pieces, lambda: _decider(rejeu, pieces))
    return Reprise(rejeu, manque, decisions)


def _decider(rejeu: Rejeu, pieces: Mapping[str, Any]) -> pd.DataFrame:
    propre = nettoyer(rejeu.archives, pieces["ecarter"], pieces["rapprocher"])
    if len(propre) == 0:
        raise ValueError("votre nettoyage ne garde aucune ligne.")
    modele = entrainer(propre, list(pieces["COLONNES"]))
    rendu = pieces["decider"](modele.avis(rejeu.dossiers), rejeu.dossiers.copy())
    decisions = rejeu.decisions.copy()
    decisions["avant"] = decisions["decision"]
    decisions["apres"] = lire_les_decisions(rendu, rejeu.dossiers.index)
    return decisions


def par_jour(decisions: pd.DataFrame) -> pd.DataFrame:
    """Par jour : dossiers recevables, refusés avant, non acceptés après (effectifs), dans l'ordre de la semaine."""
    return _comparer(decisions, decisions["jour_depot"], [j for j in JOURS if j in set(decisions["jour_depot"])])


def par_age(decisions: pd.DataFrame) -> pd.DataFrame:
    """La même table, par âge (les âges admis)."""
    recevables = decisions[decisions["recevable"]]
    return _comparer(decisions, decisions["age"], sorted(recevables["age"].unique()))


def _comparer(decisions: pd.DataFrame, groupe: pd.Series, ordre: list) -> pd.DataFrame:
    recevables = decisions["recevable"]
    return pd.DataFrame(
        {
            "recevables": recevables.groupby(groupe).sum(),
            "avant": (recevables & decisions["avant"].eq("refuser")).groupby(groupe).sum(),
            "apres": (recevables & decisions["apres"].ne("accepter")).groupby(groupe).sum(),
        }
    ).loc[ordre]
