"""Ce que les messages du bilan ne doivent pas souffler, exercice par exercice : les codes à trouver."""

from __future__ import annotations

from chatmairie.echecs.bilan.arret import ETAPES
from chatmairie.echecs.bilan.exercices.auditer import PREUVES, VAINES
from chatmairie.echecs.bilan.indicateurs import INDICATEURS

A_TAIRE = {
    "bilan.desactiver": lambda: {etape for etape in ETAPES if "_" in etape},
    "bilan.refaire": lambda: {code for code in INDICATEURS if "_" in code},
    "bilan.auditer": lambda: {preuve for preuve in PREUVES if "_" in preuve and preuve not in VAINES},
}
