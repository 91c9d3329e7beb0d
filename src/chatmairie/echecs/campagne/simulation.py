"""La simulation du carnet 42 : la porte d'entrée.

Le mécanisme et ses constantes sont racontés dans `monde.py` ; le fichier et les accords sont tirés dans `fichier.py`,
l'agenda dans `agenda.py`, la campagne ratée dans `rejeu.py`. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from chatmairie.echecs.campagne.agenda import Agenda, tirer_evenements
from chatmairie.echecs.campagne.envoi import TORTS, compter_les_torts
from chatmairie.echecs.campagne.fichier import Fichier, ages, tirer_fichier
from chatmairie.echecs.campagne.monde import MONDE_DU_COURS, THEMES, Monde, monde_mute
from chatmairie.echecs.campagne.portee import CANAUX_DE_PORTEE, portee
from chatmairie.echecs.campagne.rejeu import Rejeu, rejouer
from chatmairie.echecs.campagne.sms import longueur_sms, pour_sms

__all__ = [
    "Agenda",
    "CANAUX_DE_PORTEE",
    "Fichier",
    "MONDE_DU_COURS",
    "Monde",
    "Rejeu",
    "THEMES",
    "TORTS",
    "ages",
    "compter_les_torts",
    "longueur_sms",
    "monde_mute",
    "portee",
    "pour_sms",
    "rejouer",
    "tirer_evenements",
    "tirer_fichier",
]
