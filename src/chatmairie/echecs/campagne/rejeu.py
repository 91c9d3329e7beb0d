"""La campagne du printemps telle qu'elle est partie : tout l'agenda, à tous les numéros.

Rien n'est écrit d'avance : chaque message de la boîte d'envoi vient d'une entrée tirée et d'un numéro du fichier.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.campagne.agenda import tirer_evenements
from chatmairie.echecs.campagne.journal import tirer_journal
from chatmairie.echecs.campagne.mecanisme import envoyer_naivement, rediger
from chatmairie.echecs.campagne.monde import MONDE_DU_COURS, Monde, exiger_monde
from chatmairie.echecs.campagne.provenance import identites_du_cours, les_connus
from chatmairie.echecs.campagne.tirage import completer
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.exigences import exiger_entier
from chatmairie.echecs.commun.journal import pour_apprenant


@dataclass(frozen=True, eq=False)
class Rejeu:
    """Une campagne rejouée, reproductible : mêmes `graine` et `monde`, mêmes tables (des copies).

    personnes, consentements, campagne, situations, publics : voir `fichier.Fichier` (situations et publics sont la
    vérité, que la campagne n'avait pas). evenements, verite : voir `agenda.Agenda`. textes : id d'entrée -> SMS.
    envois : la boîte d'envoi, une ligne par message (id_personne, contact, rang, evenement). journal : ce que les gens
    ont vécu.
    """

    graine: int
    monde: Monde
    personnes: pd.DataFrame = field(repr=False)
    consentements: pd.DataFrame = field(repr=False)
    campagne: dict[str, Any] = field(repr=False)
    situations: pd.DataFrame = field(repr=False)
    publics: pd.DataFrame = field(repr=False)
    evenements: pd.DataFrame = field(repr=False)
    verite: pd.DataFrame = field(repr=False)
    textes: dict[str, str] = field(repr=False)
    envois: pd.DataFrame = field(repr=False)
    journal: pd.DataFrame = field(repr=False)


def rejouer(graine: int, monde: Monde = MONDE_DU_COURS) -> Rejeu:
    """Rejoue la campagne pour cette graine (entier à partir de 0) et ce monde.

    Gardé en mémoire par (graine, monde). Lève `TypeError` ou `ValueError` si les arguments sont absurdes.
    """
    exiger_entier(graine, "graine")
    if graine < 0:
        raise ValueError(f"graine : attendu un entier à partir de 0, reçu {graine}.")
    exiger_monde(monde)
    fichier, agenda, textes, envois, journal = _rejouer(int(graine), monde)
    return Rejeu(
        int(graine),
        monde,
        fichier.personnes.copy(),
        fichier.consentements.copy(),
        {**fichier.campagne, "preuves_valables": list(fichier.campagne["preuves_valables"])},
        fichier.situations.copy(),
        fichier.publics.copy(),
        agenda.evenements.copy(),
        agenda.verite.copy(),
        dict(textes),
        envois.copy(),
        pour_apprenant(journal).drop(columns="agent"),
    )


def journal_du_juge(graine: int, monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """Le journal du même rejeu, avec ce que seul le juge regarde : `tort`, `perte`, `pertes`, `agent` (une copie)."""
    rejouer(graine, monde)  # refuse les arguments absurdes
    return _rejouer(int(graine), monde)[4].copy()


@lru_cache(maxsize=4)
def _rejouer(graine: int, monde: Monde) -> tuple:
    hasards = [np.random.default_rng(s) for s in np.random.SeedSequence([graine, 42]).spawn(3)]
    identites = identites_du_cours(hasards[0], graine, monde)
    fichier = completer(hasards[0], monde, identites, les_connus(identites))
    publics = fichier.publics.set_index(fichier.personnes["prenom"])
    for cle in ("karim", "rayan"):  # sans téléphone portable ; avec un lecteur d'écran : l'agenda les intéresse
        fichier.publics.loc[publics.index == personne(cle).prenom, "interesse"] = True
    fichier.publics.loc[publics.index == personne("rayan").prenom, "aveugle"] = True
    agenda = tirer_evenements(hasards[1], monde)
    envois = envoyer_naivement(fichier.personnes, agenda.evenements, monde.contact)
    journal = tirer_journal(hasards[2], fichier, agenda, monde)
    return fichier, agenda, rediger(agenda.evenements), envois, journal
