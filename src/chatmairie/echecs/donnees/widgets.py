"""Ce que l'on bouge : deux manettes, minces. Tout est calculé par `essais` et montré par `figures`."""

from __future__ import annotations

from typing import Any

import numpy as np

from chatmairie.affichage.cartes import Ensemble
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Cases, Choix, Manette
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.donnees.dossiers import autre_jour
from chatmairie.echecs.donnees.essais import compter_les_torts, modele_sans
from chatmairie.echecs.donnees.figures import SYNTHETIQUE, ligne_des_torts
from chatmairie.echecs.donnees.modele import colonnes_brutes
from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS
from chatmairie.echecs.donnees.rejeu import rejouer


def manette_colonnes(graine: int) -> Manette:
    """« Quelles colonnes retirer ? » : mercredi, autres jours et enfants de 3 ans bougent."""
    possibles = list(colonnes_brutes())
    return Manette(
        {"retirees": Cases("Colonnes à retirer", possibles, ["jour_depot"])},
        lambda retirees: montrer_les_torts(graine, tuple(retirees)),
        titre="Quelles colonnes retirer ?",
    )


def montrer_les_torts(graine: int, retirees: tuple[str, ...]) -> Tableau:
    """Le tableau de la manette : avec tout, puis sans les colonnes choisies."""
    nom = "sans " + ", ".join(retirees) if retirees else "tout garder (encore)"
    essais = {"tout garder": compter_les_torts(graine, ()), nom: compter_les_torts(graine, retirees)}
    return Tableau(
        [ligne_des_torts(remede, comptes) for remede, comptes in essais.items()],
        legende=f"Enfants recevables refusés à tort. {SYNTHETIQUE}",
    )


def manette_autre_jour(graine: int) -> Manette:
    """« Même dossier, autre jour » : Léa, avec le modèle de la mairie ou sans `jour_depot`."""
    return Manette(
        {
            "jour": Choix("Jour de dépôt", list(JOURS), MONDE_DU_COURS.jour_sale),
            "machine": Choix("Machine", ["celle de la mairie", "sans jour_depot"], "celle de la mairie"),
        },
        lambda jour, machine: montrer_autre_jour(graine, jour, machine),
        titre="Même dossier, autre jour",
    )


def montrer_autre_jour(graine: int, jour: str, machine: str) -> Any:
    """La réponse faite à Léa ce jour-là, et tous les jours côte à côte."""
    retirees = () if machine == "celle de la mairie" else ("jour_depot",)
    reponses = reponses_a_lea(graine, retirees)
    lignes = [
        {"Jour de dépôt": j + (" (choisi)" if j == jour else ""), "Réponse à Léa": r} for j, r in reponses.items()
    ]
    return Ensemble(
        Tableau(
            lignes,
            legende=f"Léa, 3 ans, dossier complet, {machine}. Déposé le {jour} : {reponses[jour]}. {SYNTHETIQUE}",
        )
    )


def reponses_a_lea(graine: int, retirees: tuple[str, ...]) -> dict[str, str]:
    """Jour -> « acceptée » ou « refusée » : seuls le jour et ce qui en naît (file, ticket, canal, heure) changent."""
    rejeu = rejouer(graine)
    lea = rejeu.dossiers[rejeu.dossiers["prenom"].eq(personne("lea").prenom)].head(1)
    modele = modele_sans(graine, retirees)
    reponses = {}
    for rang, jour in enumerate(JOURS):
        dossier = autre_jour(lea, jour, MONDE_DU_COURS, np.random.default_rng([graine, rang]))
        reponses[jour] = "acceptée" if bool(modele.accepte(dossier).iloc[0]) else "refusée"
    return reponses
