"""La simulation du module 02 : la porte d'entrée.

Le mécanisme et ses constantes sont racontés dans `monde.py` ; les demandes sont tirées dans `tirage.py`,
ce que la mairie et son logiciel en ont fait dans `archives.py` (et `salete.py`), les demandes de 2025
dans `dossiers.py`, la rentrée ratée dans `rejeu.py`. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from chatmairie.echecs.donnees.archives import tirer_archives
from chatmairie.echecs.donnees.dossiers import a_demander, appliquer_reglement, autre_jour, tirer_dossiers
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Monde, Reglement, monde_mute
from chatmairie.echecs.donnees.rejeu import Rejeu, rejouer

__all__ = [
    "MONDE_DU_COURS",
    "Monde",
    "Reglement",
    "Rejeu",
    "a_demander",
    "appliquer_reglement",
    "autre_jour",
    "monde_mute",
    "rejouer",
    "tirer_archives",
    "tirer_dossiers",
]
