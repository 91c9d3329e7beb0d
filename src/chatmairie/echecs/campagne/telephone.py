"""La boîte d'envoi, lue comme un téléphone : ce qu'une personne a reçu, et pourquoi elle n'aurait pas dû."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chatmairie.affichage.scenes import Telephone
from chatmairie.echecs.campagne.mecanisme import rediger
from chatmairie.echecs.commun.journal import SYNTHETIQUE

RAISONS = {
    "droit": "avait demandé l'agenda culturel par SMS",
    "rien": "n'a jamais rien dit de l'agenda",
    "autre_finalite": "avait dit oui à autre chose",
    "autre_canal": "avait demandé l'agenda, par un autre canal",
    "sans_preuve": "aurait dit oui, mais rien ne le prouve",
    "trop_tard": "n'avait pas encore dit oui",
    "refus": "avait dit non",
    "retire": "avait dit oui, puis non",
    "sans_contact": "avait dit oui, mais n'a pas de téléphone portable",
    "faux_numero": "n'a plus ce numéro : quelqu'un d'autre lit",
    "parti_ou_decede": "est partie ou décédée : quelqu'un d'autre lit",
    "mineur": "n'a pas l'âge de dire oui sans ses parents",
}
"""Situation -> ce qu'il faut savoir de cette personne (lu par le carnet, jamais par la campagne)."""


def telephone(qui: str, situation: str, messages: Sequence[str], reste: int = 0) -> Telephone:
    """Le téléphone de quelqu'un : qui, ce qu'il avait dit, et ses messages ; `reste` ne sont pas montrés."""
    return Telephone(f"Le téléphone de {qui}", f"{qui} {situation}. {SYNTHETIQUE}", messages, reste)


def messages_recus(rejeu: Any, id_personne: str, evenements: Any = None) -> list[str]:
    """Les SMS que la campagne naïve a envoyés à cette personne, dans l'ordre ([] si elle n'a pas de contact)."""
    ligne = rejeu.personnes[rejeu.personnes["id_personne"].eq(id_personne)]
    if ligne.empty or not ligne[rejeu.campagne["contact"]].iloc[0]:
        return []
    return list((rejeu.textes if evenements is None else rediger(evenements)).values())


def telephone_de(rejeu: Any, id_personne: str, combien: int = 4) -> Telephone:
    """Le téléphone de cette personne : ses `combien` premiers messages. Lève `ValueError` si elle n'existe pas."""
    ou = rejeu.personnes["id_personne"].eq(id_personne)
    if not ou.any():
        raise ValueError(f"« {id_personne} » n'est l'id_personne de personne dans ce fichier.")
    personne = rejeu.personnes[ou].iloc[0]
    situation = rejeu.situations.loc[ou, "situation"].iloc[0]
    messages = messages_recus(rejeu, id_personne)
    return telephone(
        f"{personne['prenom']} {personne['nom']}",
        RAISONS[situation],
        messages[:combien],
        max(0, len(messages) - combien),
    )
