"""Le rejeu : une consultation, la règle du maire, et le service jour par jour jusqu'au retrait.

Rien n'est écrit d'avance : le jour du retrait et le nombre de demandes perdues viennent du déroulé.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from chatmairie.echecs.choix_ia.journal import tirer_journal
from chatmairie.echecs.choix_ia.mecanisme import Deroule, choix_du_maire, derouler, en_table, jour_du_retrait
from chatmairie.echecs.choix_ia.monde import MONDE_DU_COURS
from chatmairie.echecs.choix_ia.tirage import Marche, marche_de_l_histoire
from chatmairie.echecs.commun.rejeu import Rejouable


@dataclass(frozen=True, eq=False)
class Rejeu:
    """L'ouverture rejouée, reproductible : même `graine`, mêmes tables.

    marche : les offres de l'histoire (et leur qualité, que la mairie ne voyait pas) ; gagnant : le choix du maire ;
    deroule : le service jour par jour ; retrait : le jour où il a été retiré ; publics : une ligne par public,
    jusqu'au retrait (voir `mecanisme.en_table`) ; journal : ce que les gens ont vécu.
    """

    graine: int
    marche: Marche
    offres: pd.DataFrame = field(repr=False)
    gagnant: str
    deroule: Deroule = field(repr=False)
    retrait: int
    publics: pd.DataFrame = field(repr=False)
    journal: pd.DataFrame = field(repr=False)


@Rejouable
def rejouer(graine: int) -> Rejeu:
    """L'ouverture de ChatMairie, pour cette graine."""
    hasards = [np.random.default_rng(s) for s in np.random.SeedSequence(graine).spawn(2)]
    marche = marche_de_l_histoire()
    gagnant = choix_du_maire(marche.offres)
    deroule = derouler(hasards[0], MONDE_DU_COURS, qualite=float(marche.qualite[gagnant]))
    retrait = jour_du_retrait(deroule) or deroule.jours
    journal = tirer_journal(hasards[1], deroule, retrait)
    return Rejeu(graine, marche, marche.offres, gagnant, deroule, retrait, en_table(deroule, retrait), journal)
