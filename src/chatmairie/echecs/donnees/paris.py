"""Les paris du module : une question avant de regarder, ce qui s'est passé ensuite. Jamais notés."""

from __future__ import annotations

from typing import Any

from chatmairie.juge.exercice import Prevision

_JE_NE_SAIS_PAS = {"je ne sais pas": "Je ne sais pas."}


def _combien(rejeu: Any) -> str:
    recevables = rejeu.decisions[rejeu.decisions["recevable"]]
    refuses = recevables[recevables["decision"].eq("refuser")]
    ce_jour = int(refuses["jour_depot"].eq(rejeu.monde.jour_sale).sum())
    tous = "Tous" if ce_jour == len(refuses) else f"{ce_jour} d'entre eux"
    return (
        f"{len(refuses)} enfants recevables sur {len(recevables)} ont été refusés "
        f"({round(100 * len(refuses) / max(1, len(recevables)))} sur 100). {tous} avaient déposé leur dossier "
        f"un {rejeu.monde.jour_sale}."
    )


def _qui(archives: Any) -> str:
    refus = archives[archives["decision"].eq("refuse") & archives["jour_depot"].eq("mercredi")]
    personne = int(refus["instruit_par"].eq("").sum())
    return (
        f"sur {len(refus)} refus du mercredi, {personne} n'ont été instruits par personne. Le logiciel "
        f"fermait chaque soir "
        "ce que nul n'avait lu ; les agents reprenaient le lendemain. Personne n'avait refusé ces familles."
    )


def _suffira(essai: Any) -> str:
    avant, apres = essai.torts["tout garder"], essai.torts["sans jour_depot"]
    return (
        f"en gardant tout, {avant['jour_sale']} enfants recevables du mercredi sur {avant['total_jour_sale']} "
        f"sont refusés ; "
        f"sans `jour_depot`, {apres['jour_sale']}. La machine retrouve le jour dans d'autres colonnes."
    )


def _ensuite(essai: Any) -> str:
    apres = essai.torts["sans jour_depot, code_file, num_ticket"]
    return (
        f"le mercredi, il reste {apres['jour_sale']} refus à tort sur {apres['total_jour_sale']} ; mais parmi "
        f"les enfants de 3 ans, "
        f"{apres['age_du_jour']} recevables sur {apres['total_age_du_jour']} sont maintenant refusés, et pas "
        f"seulement ceux du mercredi."
    )


PARIS = (
    Prevision(
        "donnees.combien",
        "Sur 100 enfants dont le dossier est complet et respecte les cinq règles, combien l'IA "
        "refusera-t-elle à tort ?",
        None,
        _combien,
    ),
    Prevision(
        "donnees.qui_a_refuse",
        "Environ 98 % de refus le mercredi dans les archives : qui a refusé ?",
        {
            "les agents": "Les agents : ils sont plus sévères ce jour-là.",
            "le règlement": "Le règlement : les demandes du mercredi n'y sont pas conformes.",
            "les familles": "Les familles : elles déposent de moins bons dossiers ce jour-là.",
            "personne": "Personne : autre chose a écrit « refus ».",
            **_JE_NE_SAIS_PAS,
        },
        _qui,
    ),
    Prevision(
        "donnees.retirer_la_colonne",
        "On retire la colonne `jour_depot` et on entraîne à nouveau. Cela suffira-t-il ?",
        {"oui": "Oui : sans le jour, la machine ne peut plus le regarder.", "non": "Non.", **_JE_NE_SAIS_PAS},
        _suffira,
    ),
    Prevision(
        "donnees.qui_ensuite",
        "On retire aussi le code de la file et le numéro de ticket. Qui sera encore refusé à tort ?",
        {
            "personne": "Plus personne.",
            "le mercredi": "Toujours les enfants du mercredi, et eux seuls.",
            "d'autres": "D'autres enfants, que l'on ne regardait pas.",
            **_JE_NE_SAIS_PAS,
        },
        _ensuite,
    ),
)
