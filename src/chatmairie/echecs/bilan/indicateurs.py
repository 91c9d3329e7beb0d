"""Les indicateurs que les carnets ont mesurés : ce qu'ils valent dans un service qui a gardé un défaut, dans un service
à moitié réparé, et dans un service sain.

Les intervalles sont ceux que donnent les simulations des modules, élargis pour d'autres villes (hypothèse du cours) ;
un essai refait les mesures et vérifie qu'elles y tombent, sauf celles que `SUPPOSES` nomme. Un indicateur qui ne
distingue pas les deux services ne protège personne, même s'il est flatteur.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur
from chatmairie.langue.phrases import lire

MESURES = 40
"""Services sains, à moitié réparés et malades, tirés pour juger une condition."""

Intervalle = tuple[float, float]


@dataclass(frozen=True)
class Indicateur:
    """echec : le module qui le mesure. au_plus : vrai si la condition se lit « au plus seuil ». echelle : de, à.

    malade, moitie, sain : ce qu'il vaut dans un service qui a cet échec, ou que l'on a mal réparé (pour la
    compréhension : l'argot retiré du corpus), dans un service à moitié réparé (hypothèse du cours : il lèse encore), et
    dans un service sain.
    """

    nom: str
    echec: str
    au_plus: bool
    echelle: Intervalle
    malade: Intervalle
    moitie: Intervalle
    sain: Intervalle
    entier: bool = False

    def tient(self, valeur: np.ndarray | float, seuil: float) -> np.ndarray | bool:
        """Vrai si la condition laisse rouvrir."""
        return valeur <= seuil if self.au_plus else valeur >= seuil


def _lu(dit: dict[str, Any]) -> Indicateur:
    champs: dict[str, Any] = {c: tuple(v) if isinstance(v, list) else v for c, v in dit.items()}
    return Indicateur(**champs)


INDICATEURS = {code: _lu(dit) for code, dit in lire(Path(__file__).with_suffix(".yaml")).items()}

SUPPOSES = ("score_archive", "conversations", "ouvertures")
"""Ceux dont aucun carnet ne donne la mesure : leurs intervalles sont des hypothèses du cours."""


ETATS = ("malade", "moitie", "sain")


def tirer(hasard: Generator, indicateur: Indicateur, etat: str, combien: int = MESURES) -> np.ndarray:
    """`combien` mesures de cet indicateur, sur autant de services dans cet état (un de `ETATS`).

    Une par tranche de l'intervalle : d'un tirage à l'autre les services changent, leur répartition non.
    """
    exiger_generateur(hasard)
    bas, haut = getattr(indicateur, etat)
    valeurs = bas + (haut - bas) * (np.arange(combien) + hasard.random(combien)) / combien
    return np.rint(valeurs) if indicateur.entier else np.round(valeurs, 3)
