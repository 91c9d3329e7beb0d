"""« Rejouons » : la même campagne, avec les réponses de l'apprenant. Qui est encore lésé ? Qui a l'agenda ?

Rien n'est noté ici. Ce qui n'est pas encore écrit est dit, et le reste du carnet continue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from chatmairie.echecs.campagne.envoi import compter_les_torts
from chatmairie.echecs.campagne.exercices._commun import table_ou_index
from chatmairie.echecs.campagne.exercices.valider import lire_le_plan
from chatmairie.echecs.campagne.message import ecrire_le_message
from chatmairie.echecs.campagne.monde import MONDE_DU_COURS, Monde
from chatmairie.echecs.campagne.portee import portee
from chatmairie.echecs.campagne.rejeu import Rejeu, rejouer
from chatmairie.echecs.commun.remedes import rejouer_avec_les_reponses


@dataclass(frozen=True, eq=False)
class Reprise:
    """La campagne réparée. `manque` : phrase si quelque chose n'est pas écrit ou ne tourne pas ; sinon :

    avant, apres : sorte de tort -> personnes. messages : id_personne, genre, texte (un par destinataire).
    portee_avant, portee_apres : voir `portee.portee`. canaux : ceux du plan. envoyer : ce que dit le plan.
    """

    rejeu: Rejeu
    manque: str = ""
    avant: Mapping[str, int] = field(default_factory=dict)
    apres: Mapping[str, int] = field(default_factory=dict)
    messages: pd.DataFrame | None = field(default=None, repr=False)
    portee_avant: pd.DataFrame | None = field(default=None, repr=False)
    portee_apres: pd.DataFrame | None = field(default=None, repr=False)
    canaux: tuple[str, ...] = ()
    envoyer: bool = False


def rejouer_avec(
    graine: int,
    *,
    evenements_publiables: Any,
    destinataires: Any,
    composer: Any,
    plan_denvoi: Any,
    monde: Monde = MONDE_DU_COURS,
) -> Reprise:
    """Rejoue la campagne de cette graine avec les quatre réponses. Ne lève rien de ce que lève leur code."""
    rejeu = rejouer(graine, monde)
    pieces = {
        "evenements_publiables": evenements_publiables,
        "destinataires": destinataires,
        "composer": composer,
        "plan_denvoi": plan_denvoi,
    }
    reprise, manque = rejouer_avec_les_reponses(pieces, lambda: _rejouer(rejeu, pieces, monde))
    return reprise if reprise is not None else Reprise(rejeu, manque)


def _rejouer(rejeu: Rejeu, pieces: Mapping[str, Any], monde: Monde) -> Reprise:
    sortis = table_ou_index(pieces["evenements_publiables"](rejeu.evenements.copy()), "evenements_publiables", "id")
    publies = rejeu.evenements[rejeu.evenements["id"].isin(sortis["id"])].reset_index(drop=True)
    campagne = {**rejeu.campagne, "preuves_valables": list(rejeu.campagne["preuves_valables"])}
    gens = table_ou_index(
        pieces["destinataires"](rejeu.personnes.copy(), rejeu.consentements.copy(), campagne),
        "destinataires",
        "id_personne",
    )
    if publies.empty or gens.empty:
        raise ValueError("vous ne publiez rien, ou n'écrivez à personne : il n'y a plus de campagne.")
    vises = rejeu.personnes[rejeu.personnes["id_personne"].isin(gens["id_personne"])]
    messages = pd.DataFrame(
        [
            {
                "id_personne": p["id_personne"],
                "genre": _genre(p["interets"], set(publies["theme"]), monde.genres),
                "texte": ecrire_le_message(pieces["composer"](p, publies.copy()), p, publies),
            }
            for p in vises.to_dict("records")
        ]
    )
    contexte = {
        "approbation": {"par": "une personne habilitée", "nombre": len(messages)},
        "date": rejeu.campagne["date"],
        "dernier_envoi": "2026-01-05",
    }
    plan = lire_le_plan(pieces["plan_denvoi"](messages.copy(), contexte), set(messages["id_personne"]))
    canaux = tuple(plan["autres_canaux"])
    tout = rejeu.evenements["id"]
    a_qui = set(messages["id_personne"]) if plan["envoyer"] else set()
    return Reprise(
        rejeu,
        avant=compter_les_torts(rejeu, rejeu.personnes["id_personne"], tout),
        apres=compter_les_torts(rejeu, a_qui, publies["id"]),
        messages=messages,
        portee_avant=portee(rejeu, ["message"], rejeu.personnes["id_personne"]),
        portee_apres=portee(rejeu, ["message", *canaux], a_qui),
        canaux=canaux,
        envoyer=plan["envoyer"],
    )


def _genre(interets: str, themes: set[str], genres: tuple[str, ...]) -> str:
    if not interets:
        return genres[1]
    return genres[0] if {g.strip() for g in interets.split(",")} & themes else genres[2]
