"""Rejouer les trente jours avec le numéro de l'apprenant : sans rien faire, avec deux idées tentantes, avec son
plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from chatmairie.echecs.bilan.arret import FONCTIONS, Etape, Suite, derouler
from chatmairie.echecs.bilan.exercices.desactiver import lire_plan
from chatmairie.echecs.bilan.ville import VILLE_DU_COURS, Ville, une_annee
from chatmairie.echecs.commun.exigences import exiger_entier
from chatmairie.echecs.commun.remedes import ce_qui_manque
from chatmairie.juge.exercice import FormeInattendue


def ville_de(graine: int) -> Ville:
    """La ville de ce numéro (entier à partir de 0). Lève `TypeError` ou `ValueError` s'il est absurde."""
    exiger_entier(graine, "graine")
    if graine < 0:
        raise ValueError(f"graine : attendu un entier à partir de 0, reçu {graine}.")
    return une_annee(np.random.default_rng([graine, 30]), VILLE_DU_COURS)


def _arrets(heure: float = 1) -> list[Etape]:
    return [Etape(code, heure, "informatique") for code in FONCTIONS.values()]


@dataclass(frozen=True, eq=False)
class Idees:
    """Trente jours avec deux idées tentantes. guichet : tout éteindre et n'ouvrir qu'un guichet, annoncé ; effacer :
    tout
    éteindre et tout effacer ce soir."""

    ville: Ville
    guichet: Suite
    effacer: Suite


def essayer_deux_idees(graine: int) -> Idees:
    """Rejoue les deux idées dans la ville de ce numéro."""
    ville = ville_de(graine)
    guichet = [
        *_arrets(),
        Etape("prevenir_agents", 2, "direction"),
        Etape("prevenir_habitants", 3, "communication"),
        Etape("ouvrir_guichet", 12, "accueil"),
    ]
    effacer = [*_arrets(), Etape("tout_effacer", 1, "informatique"), Etape("rappeler_refusees", 36, "therese")]
    effacer.append(Etape("alerter_titulaires", 36, "ingrid"))
    return Idees(ville, derouler(ville, guichet), derouler(ville, effacer))


@dataclass(frozen=True, eq=False)
class Reprise:
    """Trente jours, sans rien faire puis avec le plan. `manque` : phrase si le plan ne se lit pas."""

    ville: Ville
    sans_rien: Suite
    avec: Suite | None = None
    manque: str = ""


def rejouer_l_arret(graine: int, ARRET: Any) -> Reprise:
    """Rejoue les trente jours de ce numéro avec ce plan. Rien n'est noté."""
    ville = ville_de(graine)
    sans_rien = derouler(ville, [])
    manque = ce_qui_manque({"ARRET": ARRET})
    if manque:
        return Reprise(ville, sans_rien, manque=manque)
    try:
        plan = lire_plan(ARRET)
    except FormeInattendue as probleme:
        return Reprise(ville, sans_rien, manque=f"Le plan ne se lit pas encore. {probleme}")
    return Reprise(ville, sans_rien, derouler(ville, plan))
