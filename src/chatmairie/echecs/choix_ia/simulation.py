"""La simulation du module 01 : la porte d'entrée.

Ce qui est supposé est raconté dans `monde.py` ; les offres sont tirées dans `offres.py`, ce qu'elles coûtent dans
`couts.py`, le service qui s'ouvre dans `service.py`, l'ouverture ratée dans `rejeu.py`. Données synthétiques,
personnes et entreprises fictives.
"""

from __future__ import annotations

from chatmairie.echecs.choix_ia.couts import cout_total, sur_plusieurs_mairies
from chatmairie.echecs.choix_ia.monde import CRITERES, MONDE_DU_COURS, PLANCHER, PUBLICS, Monde, monde_mute
from chatmairie.echecs.choix_ia.offres import (
    appliquer_les_planchers,
    choix_du_maire,
    classer,
    marche_de_l_histoire,
    noter_les_offres,
    tirer_marche,
)
from chatmairie.echecs.choix_ia.rejeu import Rejeu, rejouer
from chatmairie.echecs.choix_ia.service import INDICATEURS, Condition, derouler, jour_d_arret, jour_du_retrait, leses

__all__ = [
    "CRITERES",
    "INDICATEURS",
    "MONDE_DU_COURS",
    "PLANCHER",
    "PUBLICS",
    "Condition",
    "Monde",
    "Rejeu",
    "appliquer_les_planchers",
    "choix_du_maire",
    "classer",
    "cout_total",
    "derouler",
    "jour_d_arret",
    "jour_du_retrait",
    "leses",
    "marche_de_l_histoire",
    "monde_mute",
    "noter_les_offres",
    "rejouer",
    "sur_plusieurs_mairies",
    "tirer_marche",
]
