"""Ce que coûte une offre, tout compris : son prix, et le risque de devoir la retirer.

P(retrait) = 1 / (1 + exp(-(3 - 0,08 × qualité))) ; un retrait coûte `monde.cout_du_retrait` (crise, rachat, heures
d'agents). **Hypothèse du cours.** C'est la lecture « coût global » du droit de la commande publique (R2152-9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.monde import MONDE_DU_COURS, Monde
from chatmairie.echecs.choix_ia.tirage import Marche, tirer_marche


def chance_de_retrait(qualite: float | np.ndarray | pd.Series) -> float | np.ndarray | pd.Series:
    """Probabilité (0 à 1) de devoir retirer un service de cette qualité (0 à 100). Hypothèse du cours."""
    return 1 / (1 + np.exp(-(3 - 0.08 * qualite)))


def cout_total(marche: Marche, monde: Monde = MONDE_DU_COURS) -> pd.Series:
    """Coût total attendu de chaque offre, en k€ (index : le nom)."""
    prix = marche.offres.set_index("nom")["prix_k_eur"]
    return prix + monde.cout_du_retrait * chance_de_retrait(marche.qualite.reindex(prix.index))


def sur_plusieurs_mairies(
    rng: Generator, choisir: Callable[[pd.DataFrame], str | None], monde: Monde = MONDE_DU_COURS, mairies: int = 300
) -> pd.DataFrame:
    """Une ligne par mairie : le choix fait par `choisir(offres)` (None : sans suite), son coût, le meilleur, le buzz.

    Colonnes : choix, prix, cout_total, meilleur_cout, retrait (probabilité), buzz (booléen).
    """
    return choisir_partout([tirer_marche(rng, monde) for _ in range(mairies)], choisir, monde)


def choisir_partout(
    marches: Iterable[Marche], choisir: Callable[[pd.DataFrame], str | None], monde: Monde = MONDE_DU_COURS
) -> pd.DataFrame:
    """Le même bilan que `sur_plusieurs_mairies`, sur des consultations déjà tirées."""
    lignes = []
    for marche in marches:
        couts = cout_total(marche, monde)
        choix = choisir(marche.offres.copy())
        if choix is None:
            continue
        lignes.append(
            {
                "choix": choix,
                "prix": float(marche.offres.set_index("nom")["prix_k_eur"][choix]),
                "cout_total": float(couts[choix]),
                "meilleur_cout": float(couts.min()),
                "retrait": float(chance_de_retrait(marche.qualite[choix])),
                "buzz": choix == marche.buzz,
            }
        )
    return pd.DataFrame(lignes, columns=["choix", "prix", "cout_total", "meilleur_cout", "retrait", "buzz"])
