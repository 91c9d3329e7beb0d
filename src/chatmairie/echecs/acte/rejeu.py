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
from chatmairie.echecs.commun.journal import pour_apprenant


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


def rejouer(graine: int) -> Rejeu:
    """Rejoue l'année pour cette graine (entier à partir de 0). Gardé en mémoire ; les tables sont des copies.

    Lève `TypeError` ou `ValueError` si la graine est absurde.
    """
    registre, _ = demandes_du_cours(graine)
    deroule, journal = _rejouer(int(graine))
    copie = Deroule(deroule.demandes.copy(), deroule.chat.copy(), deroule.envois.copy(), deroule.technique.copy())
    return Rejeu(int(graine), registre, copie, fichier_collecte(graine), pour_apprenant(journal).copy())


@lru_cache(maxsize=4)
def avec_un_code_de(graine: int, longueur: int) -> Deroule:
    """Les mêmes demandes, repassées par le service naïf avec un code de `longueur` chiffres (de 4 à 10).

    Lève `TypeError` ou `ValueError` si la graine ou la longueur est absurde.
    """
    exiger_entier(longueur, "longueur")
    if not 4 <= longueur <= 10:
        raise ValueError(f"longueur : attendu de 4 à 10 chiffres, reçu {longueur}.")
    return derouler_naif(_hasards(graine)[0], *demandes_du_cours(graine), longueur)


def journal_du_juge(graine: int) -> pd.DataFrame:
    """Le journal du même rejeu, avec ce que seul le juge regarde : `tort`, `perte`, `pertes` (une copie)."""
    demandes_du_cours(graine)
    return _rejouer(int(graine))[1].copy()


@lru_cache(maxsize=6)
def _rejouer(graine: int) -> tuple[Deroule, pd.DataFrame]:
    registre, demandes = demandes_du_cours(graine)
    hasards = _hasards(graine)
    deroule = derouler_naif(hasards[0], registre, demandes)
    return deroule, tirer_journal(hasards[1], deroule)


def _hasards(graine: int) -> list[np.random.Generator]:
    """Les générateurs du service et du journal : le même service se rejoue avec un autre code."""
    return [np.random.default_rng(s) for s in np.random.SeedSequence([graine, 41, 1]).spawn(2)]
