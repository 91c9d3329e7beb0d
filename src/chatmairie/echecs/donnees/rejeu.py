"""La rentrée 2025 telle qu'elle s'est passée : la mairie entraîne, met en service, et des familles reçoivent un refus.

Rien n'est écrit d'avance : le modèle est vraiment entraîné sur l'archive brute, et c'est lui qui refuse.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.rejeu import Rejouable
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.archives import tirer_archives
from chatmairie.echecs.donnees.journal import tirer_journal
from chatmairie.echecs.donnees.mecanisme import Modele, entrainer_brut
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Monde
from chatmairie.echecs.donnees.tirage import appliquer_reglement, tirer_dossiers

LIGNES_ARCHIVES = 8000  # lignes de l'archive de la mairie (hypothèse du cours)
LIGNES_RENTREE = 1200  # demandes de la rentrée 2025 (hypothèse du cours)

# Les enfants de la distribution : (clé, activité, rang du jour parmi les autres jours, ou None pour le jour sale).
_ENFANTS = (("lea", "animations", None), ("yanis", "garderie du soir", 1), ("nour", "garderie du matin", 3))


@dataclass(frozen=True, eq=False)
class Rejeu:
    """Une rentrée rejouée, reproductible : mêmes `graine` et `monde`, mêmes tables.

    archives : les archives brutes ; dossiers : les demandes de 2025 ; decisions : une ligne par dossier, avec
    `avis` (probabilité d'acceptation), `decision` (« accepter » ou « refuser »), `eligible`, `complet`, `recevable`
    (le règlement appliqué), `refus_a_tort`, `admis_a_tort` ; journal : ce que les gens
    ont vécu (sans l'avis du juge, voir `journal_du_juge`) ; modele : celui que la mairie a entraîné. Les tables
    sont des copies : les modifier n'abîme aucun autre rejeu.
    """

    graine: int
    monde: Monde
    archives: pd.DataFrame = field(repr=False)
    dossiers: pd.DataFrame = field(repr=False)
    decisions: pd.DataFrame = field(repr=False)
    journal: pd.DataFrame = field(repr=False)
    modele: Modele = field(repr=False)


def decider_naivement(modele: Modele, dossiers: pd.DataFrame, monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """Ce que le service a répondu à chaque dossier : la table `decisions` décrite dans `Rejeu`."""
    table = dossiers.join(appliquer_reglement(dossiers, monde.reglement))
    table["avis"] = modele.avis(dossiers)
    accepte = modele.accepte(dossiers)
    table["decision"] = np.where(accepte, "accepter", "refuser")
    table["refus_a_tort"] = table["recevable"] & ~accepte
    table["admis_a_tort"] = ~table["recevable"] & accepte
    return table


@Rejouable
def rejouer(graine: int, monde: Monde = MONDE_DU_COURS) -> Rejeu:
    """La rentrée 2025, pour cette graine et ce monde."""
    hasards = [np.random.default_rng(s) for s in np.random.SeedSequence(graine).spawn(3)]
    archives = tirer_archives(hasards[0], monde, LIGNES_ARCHIVES)
    dossiers = _avec_la_distribution(hasards[1], tirer_dossiers(hasards[1], monde, LIGNES_RENTREE), monde)
    modele = entrainer_brut(archives)
    decisions = decider_naivement(modele, dossiers, monde)
    return Rejeu(graine, monde, archives, dossiers, decisions, tirer_journal(hasards[2], decisions, monde), modele)


def _avec_la_distribution(hasard: Generator, dossiers: pd.DataFrame, monde: Monde) -> pd.DataFrame:
    """Donne à trois dossiers du bon jour, tirés au sort, l'identité des enfants de la distribution.

    Ce qui naît du jour (file, ticket, canal, heure) reste celui du dossier tiré ; leurs dossiers sont recevables.
    """
    autres = [j for j in m.JOURS if j not in (monde.jour_sale, "samedi")]
    seuls = ~dossiers["id_famille"].duplicated(keep=False)
    for cle, activite, rang in _ENFANTS:
        jour = monde.jour_sale if rang is None else autres[rang]
        ligne = hasard.choice(dossiers.index[seuls & dossiers["jour_depot"].eq(jour)])
        seuls.loc[ligne] = False
        enfant = personne(cle)
        valeurs = {
            "prenom": enfant.prenom, "age": enfant.age, "activite": activite, "scolarise_commune": True,
            "pieces_fournies": len(m.PIECES), "pieces_manquantes": "", "assurance_valide": True,
            "dans_les_delais": True,
        }  # fmt: skip
        dossiers.loc[ligne, list(valeurs)] = list(valeurs.values())
    return dossiers
