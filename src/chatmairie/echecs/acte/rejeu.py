"""L'année 2025 telle qu'elle s'est passée : 2 000 demandes, un service qui marche, et ce qu'il a laissé partir."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import pandas as pd

from chatmairie.echecs.acte.journal import tirer_journal
from chatmairie.echecs.acte.mecanisme import Deroule, derouler_naif
from chatmairie.echecs.acte.tirage import demandes_du_cours, fichier_collecte
from chatmairie.echecs.commun.exigences import exiger_entier
from chatmairie.echecs.commun.rejeu import Rejouable


@dataclass(frozen=True, eq=False)
class Rejeu:
    """L'année rejouée, reproductible : même `graine`, mêmes tables.

    registre : ce que la mairie sait ; deroule : les demandes et leurs traces (voir `service.Deroule`) ; collecte : le
    fichier gardé, que le carnet 42 ouvre ; journal : ce que les gens ont vécu (sans l'avis du juge).
    """

    graine: int
    registre: pd.DataFrame = field(repr=False)
    deroule: Deroule = field(repr=False)
    collecte: pd.DataFrame = field(repr=False)
    journal: pd.DataFrame = field(repr=False)


@Rejouable
def rejouer(graine: int) -> Rejeu:
    """L'année 2025, pour cette graine."""
    registre, demandes = demandes_du_cours(graine)
    hasards = _hasards(graine)
    deroule = derouler_naif(hasards[0], registre, demandes)
    return Rejeu(graine, registre, deroule, fichier_collecte(graine), tirer_journal(hasards[1], deroule))


@lru_cache(maxsize=4)
def avec_un_code_de(graine: int, longueur: int) -> Deroule:
    """Les mêmes demandes, repassées par le service naïf avec un code de `longueur` chiffres (de 4 à 10).

    Lève `TypeError` ou `ValueError` si la graine ou la longueur est absurde.
    """
    exiger_entier(longueur, "longueur")
    if not 4 <= longueur <= 10:
        raise ValueError(f"longueur : attendu de 4 à 10 chiffres, reçu {longueur}.")
    return derouler_naif(_hasards(graine)[0], *demandes_du_cours(graine), longueur)


def _hasards(graine: int) -> list[np.random.Generator]:
    """Les générateurs du service et du journal : le même service se rejoue avec un autre code."""
    return [np.random.default_rng(s) for s in np.random.SeedSequence([graine, 41, 1]).spawn(2)]
