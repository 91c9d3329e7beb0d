"""La simulation du carnet 41 : la porte d'entrée.

Le mécanisme et ses constantes sont racontés dans `monde.py` ; les personnes sont tirées dans `registre.py`, leurs
demandes dans `demandes.py`, le service naïf dans `service.py`, l'année ratée dans `rejeu.py` ; `reglage.py` dit ce que
fait un code, `defenses.py` ce que vaut une identification, `collecte.py` ce qui reste. Données synthétiques.
"""

from __future__ import annotations

from chatmairie.echecs.acte.collecte import fichier_collecte
from chatmairie.echecs.acte.defenses import IDENTIFICATIONS, mesurer_les_defenses, passe
from chatmairie.echecs.acte.monde import MONDE_DU_COURS, Monde, monde_mute
from chatmairie.echecs.acte.reglage import chance_de_deviner, part_bloquee
from chatmairie.echecs.acte.rejeu import Rejeu, avec_un_code_de, rejouer
from chatmairie.echecs.acte.service import CHAMPS_NAIFS, derouler_naif

__all__ = [
    "CHAMPS_NAIFS",
    "IDENTIFICATIONS",
    "MONDE_DU_COURS",
    "Monde",
    "Rejeu",
    "avec_un_code_de",
    "chance_de_deviner",
    "derouler_naif",
    "fichier_collecte",
    "mesurer_les_defenses",
    "monde_mute",
    "part_bloquee",
    "passe",
    "rejouer",
]
