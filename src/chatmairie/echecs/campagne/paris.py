"""Les paris du module : une question avant de regarder, ce qui s'est passé ensuite. Jamais notés."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.campagne.exercices._commun import milliers
from chatmairie.juge.exercice import Prevision
from chatmairie.langue.mots import accorder

_JE_NE_SAIS_PAS = {"je ne sais pas": "Je ne sais pas."}


def part_qui_avait_demande(rejeu: Any) -> tuple[int, int]:
    """(téléphones de gens qui avaient demandé cet agenda par SMS, téléphones qui ont sonné)."""
    telephones = rejeu.personnes["telephone"]
    sonnent = set(telephones[telephones.ne("")])
    return len(set(telephones[rejeu.situations["droit"]]) & sonnent), len(sonnent)


def _combien(rejeu: Any) -> str:
    voulus, sonnent = part_qui_avait_demande(rejeu)
    return (
        f"{milliers(sonnent)} téléphones ont sonné, {len(rejeu.textes)} fois chacun au moins. {voulus} appartiennent à "
        f"quelqu'un qui "
        f"avait demandé cet agenda par SMS ({round(100 * voulus / sonnent)} sur 100)."
    )


def _agents(rejeu: Any) -> str:
    internes = rejeu.verite[rejeu.verite["nature"].eq("interne")]
    sensibles = internes[internes["sensible"]]
    agents = {nom for noms in sensibles.loc[sensibles["agents"], "exposes"] for nom in noms}
    habitants = {nom for noms in sensibles.loc[~sensibles["agents"], "exposes"] for nom in noms}
    return (
        f"sur {len(internes)} entrées internes, {len(sensibles)} dévoilent la vie privée de quelqu'un : "
        f"{accorder(len(agents), 'agent', 'agents')}, et "
        f"{accorder(len(habitants), 'personne', 'personnes')} à qui l'on rend visite. "
        "Le pot et le billard n'étaient que les premières lignes."
    )


def _noms(essai: Any) -> str:
    return (
        f"ici, {essai.internes_restants} des {essai.internes} entrées internes sortent encore, dont une adresse et "
        f"l'endroit de la clé. Dans une autre mairie, où les agents ont d'autres prénoms : "
        f"{essai.ailleurs_restants} sur {essai.ailleurs}."
    )


def _stop(essai: Any) -> str:
    avant = essai.torts["la campagne telle qu'elle est partie"]
    apres = essai.torts["ajouter « STOP », et respecter les non"]
    return (
        f"{avant['malgre_un_non']} personnes qui avaient dit non ne sont plus dérangées ; {apres['sans_accord']} "
        f"qui n'ont "
        f"jamais dit oui le sont encore, et {apres['oublies']} contacts qui avaient demandé l'agenda ne le "
        f"reçoivent plus "
        "(on y avait dit non, une fois, à autre chose ou ailleurs)."
    )


PARIS = (
    Prevision(
        "campagne.combien",
        "Sur 100 téléphones qui sonneront, combien appartiennent à quelqu'un qui a demandé cet agenda par SMS ?",
        None,
        _combien,
    ),
    Prevision(
        "campagne.agents",
        "L'agenda des agents est parti avec le reste. Qui cela lèse-t-il vraiment ?",
        {
            "personne": "Personne : un pot et un billard, cela fait sourire.",
            "Jean-Mi": "Jean-Mi, et lui seul.",
            "plusieurs": "Plusieurs agents, et quelqu'un qui ne travaille pas à la mairie.",
            **_JE_NE_SAIS_PAS,
        },
        _agents,
    ),
    Prevision(
        "campagne.retirer_les_noms",
        "On retire de l'agenda toutes les entrées où figure le prénom d'un agent. Cela suffira-t-il ?",
        {"oui": "Oui : sans prénom, on ne sait plus de qui il s'agit.", "non": "Non.", **_JE_NE_SAIS_PAS},
        _noms,
    ),
    Prevision(
        "campagne.stop",
        "On ajoute « STOP » à chaque message, et l'on n'écrit plus aux personnes qui ont dit non. Cela suffira-t-il ?",
        {"oui": "Oui : les personnes qui n'en veulent pas peuvent le dire.", "non": "Non.", **_JE_NE_SAIS_PAS},
        _stop,
    ),
)
