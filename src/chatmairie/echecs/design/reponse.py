"""Ce qu'une mairie peut répondre quand il manque une pièce : des phrases, les tentantes comprises."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from chatmairie.echecs.commun import phrases
from chatmairie.echecs.commun.phrases import phrase

PHRASES = {
    "bonjour": phrase("Bonjour,", "salut"),
    "bonjour_prenom": phrase("Bonjour {prenom},", "salut"),
    "salut": phrase("Salut {prenom}, t'inquiète.", "salut", tort="registre"),
    "yo": phrase("Yo, bien reçu, on gère.", "salut", tort="registre"),
    "ia": phrase("Je suis un assistant automatique (une IA).", "ia"),
    "ia_relue": phrase("Une IA a écrit cette réponse ; une personne peut la relire.", "ia"),
    "agente": phrase("C'est {agent}, de la mairie, qui vous écrit.", tort="agente"),
    "merci": phrase("Merci de votre message."),
    "excuses": phrase("Nous sommes désolés pour cette attente."),
    "comprends": phrase("Nous comprenons que ces papiers soient pénibles à réunir."),
    "facile": phrase("Ne vous inquiétez pas, c'est très facile, même à votre âge !", tort="enfantin"),
    "manque": phrase("Pour {demarche}, il manque {piece}.", "piece"),
    "avant_le": phrase("La date limite est le {date_limite}.", "date_limite"),
    "manque_avant_le": phrase(
        "Nous attendons {piece} avant le {date_limite}, pour {demarche}.", "piece", "date_limite"
    ),
    "montant": phrase("Le montant est de {montant}.", "montant"),
    "honneur": phrase(
        "Nous avons l'honneur de vous faire connaître que, {piece} faisant défaut au titre de {demarche}, il vous "
        "appartient d'y pourvoir dans le délai imparti, fixé au {date_limite}.",
        "piece",
        "date_limite",
        tort="administratif",
    ),
    "acceptee": phrase("C'est bon, votre demande sera acceptée.", tort="promesse"),
    "reservee": phrase("Votre place est réservée.", tort="promesse"),
    "huit_jours": phrase("Vous aurez une réponse sous huit jours.", tort="promesse"),
    "livret": phrase("Apportez aussi votre livret de famille.", tort="invente"),
    "gratuit": phrase("Vous n'avez rien à payer.", "rien_a_payer"),
    "age": phrase("Quel âge avez-vous ?", tort="demande"),
    "apporter": phrase("Vous pouvez l'apporter ici : {lieu}.", "suite", "lieu"),
    "envoyer": phrase("Vous pouvez l'envoyer à {courriel}.", "suite", "courriel"),
    "ramene": phrase("Ramène ça vite ici : {lieu}.", "suite", "lieu", tort="registre"),
    "deviner": phrase("Vous savez quoi faire."),
    "telephone": phrase("Pour parler à une personne, {agent} vous répond au {telephone}.", "personne", "telephone"),
    "courriel": phrase("Une personne de l'équipe lit aussi vos courriels : {courriel}.", "personne", "courriel"),
    "guichet": phrase("Une agente vous reçoit ici : {lieu}.", "personne", "lieu"),
    "disposition": phrase("Je reste à votre disposition."),
    "cordialement": phrase("Cordialement.", "fin"),
    "bonne_journee": phrase("Bonne journée à vous.", "fin"),
    "signe_agent": phrase("Cordialement, {agent}.", "fin", tort="agente"),
    "ciao": phrase("Allez, ciao.", "fin", tort="registre"),
}


def ecrire_la_reponse(codes: Iterable[str], contexte: Mapping[str, Any]) -> str:
    """Le texte que lira la personne : ces phrases, dans cet ordre, avec les faits de son dossier."""
    return phrases.ecrire(codes, PHRASES, contexte)


def phrases_possibles() -> pd.DataFrame:
    """Une ligne par phrase : son nom, et ce qui se lit."""
    return phrases.en_table(PHRASES)
