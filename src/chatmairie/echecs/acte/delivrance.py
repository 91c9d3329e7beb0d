"""Ce qu'une décision fait à une demande : qui reçoit l'acte, qui reste dehors, combien de minutes.

Une décision : voie, identification, remise, signe, prevenir, motif (voir `exercices/politique.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chatmairie.echecs.acte.defenses import MINUTES, passe

VOIES = {
    "en_ligne": "en ligne",
    "guichet": "au guichet",
    "courrier": "par courrier",
    "pas_besoin": "pas besoin d'acte : l'administration demande elle-même",
    "refus": "refus, expliqué",
}
REMISES = {
    "espace_securise": "dans un espace sécurisé, après FranceConnect+",
    "courrier": "par courrier",
    "guichet": "au guichet",
    "courriel": "par courriel, en pièce jointe",
    "chat": "dans le chat",
    "aucune": "rien n'est remis",
}
SIGNATAIRES = {"officier": "l'officier d'état civil", "chatmairie": "ChatMairie"}
PREVENIR = {
    "moyen_verifie": "la personne de l'acte, par un moyen que la mairie avait déjà vérifié",
    "contact_tape": "le contact que l'on vient de taper",
    "personne": "personne",
}
SANS_REMISE = ("pas_besoin", "refus")
VOIE_DE_LA_PREUVE = {
    "franceconnect_plus": "en_ligne",
    "franceconnect": "en_ligne",
    "code_numero_verifie": "en_ligne",
    "code_numero_tape": "en_ligne",
    "questions": "en_ligne",
    "photo_piece": "en_ligne",
    "piece_au_guichet": "guichet",
    "courrier_justifie": "courrier",
}
"""Où se donne chaque preuve : la voie que l'on annonce à la personne doit y mener."""

REMISES_OUVERTES = ("courriel", "chat")
"""Ce que d'autres peuvent lire : boîte partagée, écran d'un autre, journal de conversation."""


MINUTES_D_UNE_REPONSE = 1.0  # lire « pas besoin d'acte », ou un refus expliqué (hypothèse du cours)


@dataclass(frozen=True)
class Issue:
    """Ce qui arrive. servi : la demande aboutit. pourquoi : code de ce qui a manqué (« ok » si rien). minutes : pour la
    personne qui demande."""

    servi: bool
    pourquoi: str
    minutes: float = 0.0


def suivre(demande: Mapping[str, Any], decision: Mapping[str, str]) -> Issue:
    """L'issue de cette demande (avec sa vérité) sous cette décision."""
    voie, identification, remise = decision["voie"], decision["identification"], decision["remise"]
    if voie in SANS_REMISE:
        return Issue(False, voie, MINUTES_D_UNE_REPONSE)
    if remise == "aucune":
        return Issue(False, "rien_remis")
    moyens = demande["vue"]["moyens"]
    if demande["genre"] == "attaque":
        passee = passe(identification, demande["savoirs"])
        return Issue(passee, "ok" if passee else "arrete", MINUTES[identification])
    if identification != "aucune" and identification not in moyens:
        return Issue(False, "moyen_absent")
    if voie == "guichet" and "piece_au_guichet" not in moyens and demande["situation"] == "etranger":
        return Issue(False, "guichet_trop_loin")
    if remise == "espace_securise" and identification != "franceconnect_plus":
        return Issue(False, "espace_ferme")
    if remise == "guichet" and "piece_au_guichet" not in moyens:
        return Issue(False, "guichet_trop_loin")
    if demande["genre"] == "sans_droit" and identification in ("piece_au_guichet", "courrier_justifie"):
        return Issue(False, "refuse_plus_tard", MINUTES[identification])
    return Issue(True, "ok", MINUTES[identification])
