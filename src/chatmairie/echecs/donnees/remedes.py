"""Essayer des remèdes : retirer des colonnes et voir qui est refusé à tort ; puis la même rentrée, avec vos réponses.

Chaque essai entraîne le même modèle sur la même archive brute, moins quelques colonnes, et l'applique à la même
rentrée. `rejouer_avec` prend les réponses de l'apprenant : ce qui n'est pas encore écrit est dit, et le reste du
carnet continue. Rien n'est noté ici. Données synthétiques.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from chatmairie.echecs.commun.remedes import rejouer_avec_les_reponses
from chatmairie.echecs.donnees.exercices._commun import REGLES
from chatmairie.echecs.donnees.exercices.decider import lire_les_decisions
from chatmairie.echecs.donnees.mecanisme import Modele, colonnes_brutes, entrainer, nettoyer, normaliser
from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS, Monde
from chatmairie.echecs.donnees.rejeu import Rejeu, rejouer

FAMILLES_DE_REMEDES: Mapping[str, tuple[str, ...]] = {
    "tout garder": (),
    "sans jour_depot": ("jour_depot",),
    "sans jour_depot, code_file": ("jour_depot", "code_file"),
    "sans jour_depot, code_file, num_ticket": ("jour_depot", "code_file", "num_ticket"),
}
"""Les remèdes que tout le monde essaie d'abord : retirer la colonne, puis celles qui lui ressemblent."""


@dataclass(frozen=True)
class Essai:
    """torts : remède -> {jour_sale, total_jour_sale, autres_jours, total_autres_jours, age_du_jour, total_age_du_jour},
    en nombre d'enfants recevables refusés, et total d'enfants recevables du groupe."""

    torts: Mapping[str, Mapping[str, int]]


def essayer_les_remedes(graine: int, monde: Monde = MONDE_DU_COURS) -> Essai:
    """Les quatre remèdes ci-dessus, sur le rejeu de cette graine. Lève ce que lève `rejouer`."""
    return Essai({nom: compter_les_torts(graine, retirees, monde) for nom, retirees in FAMILLES_DE_REMEDES.items()})


def compter_les_torts(graine: int, retirees: Iterable[str], monde: Monde = MONDE_DU_COURS) -> dict[str, int]:
    """Combien d'enfants recevables sont refusés, par groupe, quand on retire ces colonnes.

    Lève `ValueError` (en français) pour une colonne inconnue, ou s'il ne reste aucune colonne.
    """
    rejeu = rejouer(graine, monde)
    modele = modele_sans(graine, tuple(sorted(set(retirees))), monde)
    dossiers, recevable = rejeu.dossiers, rejeu.decisions["recevable"].to_numpy(dtype=bool)
    refuse = ~modele.accepte(dossiers).to_numpy(dtype=bool)
    ce_jour = dossiers["jour_depot"].eq(monde.jour_sale).to_numpy(dtype=bool)
    groupes = {
        "jour_sale": ce_jour,
        "autres_jours": ~ce_jour,
        "age_du_jour": dossiers["age"].eq(monde.age_du_jour).to_numpy(dtype=bool),
    }
    comptes = {nom: int((recevable & refuse & masque).sum()) for nom, masque in groupes.items()}
    return comptes | {f"total_{nom}": int((recevable & masque).sum()) for nom, masque in groupes.items()}


@lru_cache(maxsize=64)
def modele_sans(graine: int, retirees: tuple[str, ...], monde: Monde = MONDE_DU_COURS) -> Modele:
    """Le modèle de la mairie, entraîné sans ces colonnes."""
    possibles = colonnes_brutes()
    inconnues = [c for c in retirees if c not in possibles]
    if inconnues:
        raise ValueError(
            f"« {inconnues[0]} » n'est pas une colonne que lit le modèle. Il lit : {', '.join(possibles)}."
        )
    gardees = [c for c in possibles if c not in retirees]
    if not gardees:
        raise ValueError("Vous retirez toutes les colonnes : il ne reste rien à lire.")
    return entrainer(_archives(graine, monde), gardees)


@lru_cache(maxsize=4)
def _archives(graine: int, monde: Monde) -> pd.DataFrame:
    return normaliser(rejouer(graine, monde).archives)


# --- vos réponses ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reprise:
    """Le rejeu réparé. `manque` : phrase si quelque chose n'est pas écrit ou ne tourne pas ; sinon
    `decisions` : la table du rejeu avec `avant` (naïf) et `apres` (réparé)."""

    rejeu: Rejeu
    manque: str = ""
    decisions: pd.DataFrame | None = None

    @property
    def leses(self) -> tuple[int, int, int] | None:
        """Enfants recevables refusés à tort avant, après, et sur combien ; None si rien n'a été rejoué."""
        if (d := self.decisions) is None:
            return None
        recevable = d["recevable"]
        avant, apres = recevable & d["avant"].eq("refuser"), recevable & d["apres"].ne("accepter")
        return int(avant.sum()), int(apres.sum()), int(recevable.sum())


def rejouer_avec(
    graine: int,
    *,
    ecarter: Any,
    rapprocher: Any,
    decider: Any,
    COLONNES: Any = REGLES,
    monde: Monde = MONDE_DU_COURS,
) -> Reprise:
    """Rejoue la rentrée de cette graine avec ces réponses. COLONNES : une par règle, sauf réponse à l'exercice en plus.

    Ne lève rien de ce que lève leur code.
    """
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
