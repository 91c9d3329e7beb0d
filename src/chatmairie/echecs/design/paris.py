"""Les paris du module : une question avant de regarder, ce qui s'est passé ensuite. Jamais notés."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.design.lisibilite import score
from chatmairie.juge.exercice import Prevision

_JE_NE_SAIS_PAS = {"je ne sais pas": "Je ne sais pas."}


def _atelier(compte_rendu: Any) -> str:
    demandes = compte_rendu.demandes
    return (
        f"sur {compte_rendu.participants} participants, "
        + ", ".join(f"{combien} ont demandé {quoi}" for quoi, combien in demandes.items())
        + ". Personne n'a demandé qu'on lui parle en argot."
    )


def _combien(rejeu: Any) -> str:
    echanges = rejeu.echanges
    familieres = int(echanges["registre_reponse"].eq("familier").sum())
    return (
        f"{familieres} réponses sur {len(echanges)} sont familières ({round(100 * familieres / len(echanges))} sur "
        f"100), alors que "
        f"{round(100 * rejeu.monde.part_familiere)} sur 100 l'étaient dans le corpus : la majorité l'emporte chaque "
        f"fois, donc presque "
        "toujours."
    )


def _score(textes: Any) -> str:
    notes = {nom: score(texte) for nom, texte in textes.items()}
    ordre = sorted(notes, key=notes.__getitem__, reverse=True)
    return (
        "dans l'ordre, "
        + ", ".join(f"{nom} ({notes[nom]:.0f})" for nom in ordre)
        + ". Le score ne lit ni le respect, ni l'aide."
    )


def _retirer(essai: Any) -> str:
    avant, apres = essai.comprises["tout garder"], essai.comprises["retirer les questions en argot"]
    familier = essai.familieres["retirer les questions en argot"]
    neuves = [essai.neuves[nom]["familier"] for nom in ("tout garder", "retirer les questions en argot")]
    return (
        f"non. {familier} réponses sur 100 restent familières : ce sont les réponses qui tutoient, pas les questions. "
        f"Et les questions en argot qui reviennent, comprises {avant['familier']} fois sur 100, ne le sont plus que "
        f"{apres['familier']} fois. Sur des tournures jamais vues, cela change peu ({neuves[0]} puis "
        f"{neuves[1]} sur 100) : de l'argot, ce petit moteur avait retenu des phrases."
    )


PARIS = (
    Prevision(
        "design.atelier",
        "Qu'ont demandé les jeunes de l'atelier ?",
        {
            "leur langage": "Qu'on leur parle comme ils parlent entre eux.",
            "une réponse": "Une réponse rapide, et pouvoir suivre leur dossier.",
            "des videos": "Des vidéos et des images qui bougent.",
            **_JE_NE_SAIS_PAS,
        },
        _atelier,
    ),
    Prevision(
        "design.combien",
        "85 réponses sur 100, dans le corpus, sont familières. Sur 100 réponses données, combien le seront ?",
        None,
        _combien,
    ),
    Prevision(
        "design.score",
        "Trois réponses à la même question. Laquelle aura le meilleur score de lisibilité ?",
        {
            "claire": "La réponse claire et courtoise.",
            "argot": "La réponse en argot.",
            "administrative": "La réponse administrative.",
            **_JE_NE_SAIS_PAS,
        },
        _score,
    ),
    Prevision(
        "design.retirer",
        "On retire du corpus toutes les questions en argot. Cela suffira-t-il ?",
        {"oui": "Oui : sans argot, plus de tutoiement.", "non": "Non.", **_JE_NE_SAIS_PAS},
        _retirer,
    ),
)
