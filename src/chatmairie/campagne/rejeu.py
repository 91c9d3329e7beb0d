"""La campagne du printemps telle qu'elle est partie : tout l'agenda, à tous les numéros.

Rien n'est écrit d'avance : chaque message de la boîte d'envoi vient d'une entrée tirée et d'un numéro du fichier.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.campagne.agenda import tirer_evenements
from chatmairie.campagne.envoi import envoyer_naivement, rediger
from chatmairie.campagne.fichier import Fichier, completer
from chatmairie.campagne.journal import tirer_journal
from chatmairie.campagne.monde import MONDE_DU_COURS, Monde, exiger_monde
from chatmairie.campagne.provenance import ACTE, PERISCOLAIRE, identites_du_cours
from chatmairie.distribution import personne
from chatmairie.exigences import exiger_entier
from chatmairie.gabarits.journal import pour_apprenant


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
    fichier = completer(hasards[0], monde, identites_du_cours(hasards[0], graine, monde))
    _avec_la_distribution(hasards[0], fichier)
    agenda = tirer_evenements(hasards[1], monde)
    envois = envoyer_naivement(fichier.personnes, agenda.evenements, monde.contact)
    journal = tirer_journal(hasards[2], fichier, agenda, monde)
    return fichier, agenda, rediger(agenda.evenements), envois, journal


def _avec_la_distribution(rng: Generator, fichier: Fichier) -> None:
    """Donne à six lignes, tirées parmi celles qui s'y prêtent, l'identité de personnes de la distribution.

    Ce que ces lignes ont accepté ou non reste celui du tirage.
    """
    personnes, situation = fichier.personnes, fichier.situations["situation"]
    base, seule = personnes["base_origine"], ~personnes["telephone"].duplicated(keep=False)
    joint = seule & personnes["telephone"].ne("") & personnes["telephone_verifie"] & ~personnes["parti_ou_decede"]
    places = (
        ("fatoumata", joint & situation.eq("rien") & base.eq(ACTE)),
        ("linh", joint & situation.eq("autre_finalite") & base.eq(PERISCOLAIRE)),
        ("aurelie", joint & situation.eq("retire")),
        ("margaux", joint & situation.eq("droit") & personnes["interets"].ne("")),
        ("karim", personnes["telephone"].eq("") & ~personnes["parti_ou_decede"]),
        ("rayan", joint & situation.eq("rien")),
    )
    for cle, masque in places:
        i = rng.choice(personnes.index[masque])
        qui = personne(cle)
        personnes.loc[i, ["prenom", "naissance"]] = [qui.prenom, f"{2025 - qui.age}-06-15"]
        if cle in ("karim", "rayan"):
            fichier.publics.loc[i, "interesse"] = True
        fichier.publics.loc[i, "aveugle"] = cle == "rayan"
