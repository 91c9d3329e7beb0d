"""Les seuils du carnet 42 : ce que chacun mesure sur une réponse."""

from __future__ import annotations

from chatmairie.echecs.campagne.exercices import composer, valider
from chatmairie.echecs.campagne.mecanisme import longueur_sms, portee_attendue, pour_sms
from chatmairie.juge.exercice import Reponse, Sujet
from outils.marges import Mesure


def _pire_public(_sujet: Sujet, reponse: Reponse) -> float:
    return min(portee_attendue(reponse["plan"]["autres_canaux"]).values())


def _plus_long(sujet: Sujet, reponse: Reponse) -> float:
    return float(max(longueur_sms(pour_sms(texte))["signes"] for _p, _c, texte in composer.messages(sujet, reponse)))


DEUX_SMS = 2 * 153
"""Signes de deux SMS qui se suivent (voir `campagne/mecanisme.py`)."""

MESURES = (
    Mesure(
        "campagne.composer", "longueur", f"signes du plus long message ({composer.MESSAGES_MAX} SMS)",
        DEUX_SMS, _plus_long,
    ),
    Mesure(
        "campagne.valider", "autres_canaux", "part du public le moins joint par les autres canaux",
        valider.PART_AUTRES_CANAUX, _pire_public, au_plus=False,
    ),
)  # fmt: skip
