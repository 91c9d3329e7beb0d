"""Les paris du module : ce qui s'est passé ensuite."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.campagne.exercices._commun import milliers
from chatmairie.echecs.commun.paris import Paris

P = Paris(__file__)


def part_qui_avait_demande(rejeu: Any) -> tuple[int, int]:
    """(téléphones de gens qui avaient demandé cet agenda par SMS, téléphones qui ont sonné)."""
    telephones = rejeu.personnes["telephone"]
    sonnent = set(telephones[telephones.ne("")])
    return len(set(telephones[rejeu.situations["droit"]]) & sonnent), len(sonnent)


@P.devoile
def combien(rejeu: Any) -> str:
    voulus, sonnent = part_qui_avait_demande(rejeu)
    return P.dire(
        "combien",
        sonnent=milliers(sonnent),
        messages=len(rejeu.textes),
        voulus=voulus,
        part=round(100 * voulus / sonnent),
    )


@P.devoile
def agents(rejeu: Any) -> str:
    internes = rejeu.verite[rejeu.verite["nature"].eq("interne")]
    sensibles = internes[internes["sensible"]]
    return P.dire(
        "agents",
        internes=len(internes),
        sensibles=len(sensibles),
        agents=_combien_de_noms(sensibles[sensibles["agents"]]),
        habitants=_combien_de_noms(sensibles[~sensibles["agents"]]),
    )


def _combien_de_noms(entrees: Any) -> int:
    return len({nom for noms in entrees["exposes"] for nom in noms})


@P.devoile
def retirer_les_noms(essai: Any) -> str:
    return P.dire(
        "retirer_les_noms",
        restants=essai.internes_restants,
        internes=essai.internes,
        ailleurs_restants=essai.ailleurs_restants,
        ailleurs=essai.ailleurs,
    )


@P.devoile
def stop(essai: Any) -> str:
    avant = essai.torts["la campagne telle qu'elle est partie"]
    apres = essai.torts["ajouter « STOP », et respecter les non"]
    return P.dire(
        "stop", malgre_un_non=avant["malgre_un_non"], sans_accord=apres["sans_accord"], oublies=apres["oublies"]
    )


PARIS = P.tous()
