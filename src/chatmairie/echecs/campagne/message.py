"""Ce qu'un message d'agenda peut dire : des phrases, les tentantes comprises, et les sorties de l'agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from chatmairie.echecs.commun import phrases
from chatmairie.echecs.commun.phrases import Phrase, phrase

PHRASES = {
    "mairie": phrase("Mairie :", "expediteur"),
    "ville": phrase("Votre ville vous écrit.", "expediteur"),
    "bonjour": phrase("Bonjour,"),
    "bonjour_prenom": phrase("Bonjour {prenom},"),
    "nom_et_naissance": phrase("Bonjour {nom}, né(e) le {naissance}.", tort="donnee"),
    "accord": phrase("Vous avez accepté l'agenda culturel.", "raison"),
    "gouts": phrase("Vous avez dit aimer : {interets}.", "gouts"),
    "suivi": phrase("Vous avez accepté le suivi de votre dossier.", tort="raison_fausse"),
    "numero_donne": phrase("Vous nous avez donné ce numéro pour : {base_origine}.", tort="donnee"),
    "quotient": phrase("Votre quotient familial ({quotient_familial}) ouvre une réduction.", tort="donnee"),
    "reservee": phrase("Votre place est réservée.", tort="promesse"),
    "gratuit": phrase("C'est gratuit pour vous.", tort="promesse"),
    "dernieres_places": phrase("Dernières places !", tort="promesse"),
    "venez_avec": phrase("Venez avec vos enfants.", tort="promesse"),
    "repondez_oui": phrase("Répondez OUI pour venir.", tort="promesse"),
    "sans_reponse": phrase("Sans réponse de votre part, nous comptons sur vous.", tort="promesse"),
    "merci": phrase("Merci de votre confiance."),
    "belle_sortie": phrase("Belle sortie !"),
    "ailleurs": phrase("Tout l'agenda est aussi sur les affiches et au guichet."),
    "stop": phrase("STOP pour ne plus rien recevoir.", "stop"),
    "ecrire_au_maire": phrase("Pour ne plus rien recevoir, écrivez au maire par lettre recommandée."),
}


def sorties_de(evenements: pd.DataFrame) -> dict[str, Phrase]:
    """Identifiant d'une sortie -> la phrase qui l'annonce, telle qu'elle est à l'agenda."""
    return {
        e["id"]: phrase(
            f"{e['titre']}, {e['lieu']}, le {e['date'][8:]}/{e['date'][5:7]} à {e['heure']}.".replace("{", "{{"),
            "sortie",
        )
        for e in evenements.to_dict("records")
    }


def ecrire_le_message(noms: Iterable[str], personne: Mapping[str, Any], evenements: pd.DataFrame) -> str:
    """Le texte que recevra la personne : ces phrases et ces sorties, dans cet ordre."""
    return phrases.ecrire(noms, {**PHRASES, **sorties_de(evenements)}, personne)


def phrases_possibles() -> pd.DataFrame:
    """Une ligne par phrase : son nom, et ce qui se lit."""
    return phrases.en_table(PHRASES)
