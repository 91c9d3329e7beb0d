"""Dix demandes, trois guichets : de quoi apprendre à parier, compter et lire un verdict. Données synthétiques.

Le tirage est fait pour qu'un compte trompe : le guichet qui refuse le plus de monde est le plus fréquenté, et un
guichet de deux personnes les refuse toutes les deux (hypothèse du cours).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.commun.exigences import exiger_generateur

LIGNES = 10
REFUS_AU_GRAND = 3
AU_PETIT = 2


@dataclass(frozen=True)
class Ville:
    """Trois guichets : le plus fréquenté, le petit où tout est refusé, et celui qui ne refuse personne."""

    grand: str
    petit: str
    clement: str

    @property
    def guichets(self) -> tuple[str, str, str]:
        return self.grand, self.petit, self.clement


VILLE_DU_COURS = Ville("hôtel de ville", "médiathèque", "marché")
_AUTRES_GUICHETS = ("port", "gymnase", "école", "kiosque", "halte", "théâtre")
_GRAINE_DU_CARNET = 31


def autre_ville(hasard: Generator) -> Ville:
    """Une ville dont les guichets ont d'autres noms."""
    exiger_generateur(hasard)
    return Ville(*map(str, hasard.choice(_AUTRES_GUICHETS, 3, replace=False)))


def tirer_demandes(hasard: Generator, ville: Ville = VILLE_DU_COURS) -> pd.DataFrame:
    """Dix lignes mêlées : prenom, guichet, decision (« accepte » ou « refuse »)."""
    exiger_generateur(hasard)
    au_grand = int(hasard.integers(5, 7))
    lignes = [
        *((ville.grand, "refuse"),) * REFUS_AU_GRAND,
        *((ville.grand, "accepte"),) * (au_grand - REFUS_AU_GRAND),
        *((ville.petit, "refuse"),) * AU_PETIT,
        *((ville.clement, "accepte"),) * (LIGNES - au_grand - AU_PETIT),
    ]
    ordre = hasard.permutation(LIGNES)
    noms = hasard.choice(prenoms(), LIGNES, replace=False)
    return pd.DataFrame(
        {
            "prenom": [str(n) for n in noms],
            "guichet": [lignes[i][0] for i in ordre],
            "decision": [lignes[i][1] for i in ordre],
        }
    )


def dix_demandes() -> pd.DataFrame:
    """Les dix demandes du carnet d'accueil, toujours les mêmes."""
    return tirer_demandes(np.random.default_rng(_GRAINE_DU_CARNET))
