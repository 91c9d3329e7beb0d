"""Ce que les exercices du module partagent."""

from __future__ import annotations

from chatmairie.echecs.choix_ia.monde import MONDE_DU_COURS, monde_mute
from chatmairie.juge.exercice import Mondes

MONDES = Mondes(public=MONDE_DU_COURS, mute=monde_mute)
