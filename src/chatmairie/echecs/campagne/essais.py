"""Essayer d'autres règles d'envoi sur le même rejeu : qui est encore lésé, et qui a encore l'agenda ?

Les règles sont celles du chemin sans code des exercices ; rien n'est jugé ici.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from chatmairie.echecs.campagne.agenda import tirer_evenements
from chatmairie.echecs.campagne.exercices import consentir, publier
from chatmairie.echecs.campagne.mecanisme import compter_les_torts
from chatmairie.echecs.campagne.monde import monde_mute
from chatmairie.echecs.campagne.rejeu import rejouer
from chatmairie.juge.exercice import CheminSansCode

REMEDES: Mapping[str, tuple[str, str]] = {
    "la campagne telle qu'elle est partie": ("tout_le_fichier", "tout"),
    "ajouter « STOP », et respecter les non": ("tous_sauf_non", "tout"),
    "retirer les entrées où figure un prénom d'agent": ("tout_le_fichier", "sans_noms"),
    "les deux": ("tous_sauf_non", "sans_noms"),
}
"""Les remèdes auxquels tout le monde pense : règle d'accord, règle d'agenda."""


@dataclass(frozen=True)
class Essai:
    """torts : remède -> sorte -> personnes lésées. internes_restants, internes : entrées internes qui sortent encore si
    l'on retire les prénoms connus, ici ; ailleurs_restants, ailleurs : la même chose dans une autre mairie."""

    torts: Mapping[str, Mapping[str, int]]
    internes_restants: int
    internes: int
    ailleurs_restants: int
    ailleurs: int


def essayer_les_remedes(graine: int) -> Essai:
    """Les quatre remèdes ci-dessus, sur le rejeu de cette graine. Lève ce que lève `rejouer`."""
    rejeu = rejouer(graine)
    hasard = np.random.default_rng([graine, 4242])
    ailleurs = tirer_evenements(hasard, monde_mute(hasard))
    ici = _internes(rejeu.evenements, rejeu.verite)
    la = _internes(ailleurs.evenements, ailleurs.verite)
    torts = {nom: torts_de_la_regle(graine, *regles) for nom, regles in REMEDES.items()}
    return Essai(torts, *ici, *la)


def _internes(evenements: pd.DataFrame, verite: pd.DataFrame) -> tuple[int, int]:
    internes = set(verite.loc[verite["nature"].eq("interne"), "id"])
    sortis = appliquer(publier.EXERCICE.choix, "evenements_publiables", {"regle": "sans_noms"})(evenements)
    return len(internes & set(sortis["id"])), len(internes)


def appliquer(chemin: CheminSansCode | None, production: str, decisions: Mapping[str, object]):
    """La fonction que font ces décisions (celles du chemin sans code d'un exercice)."""
    assert chemin is not None
    return chemin.produire(decisions)[production]


@lru_cache(maxsize=64)
def torts_de_la_regle(graine: int, accord: str, agenda: str) -> dict[str, int]:
    """Les torts, par sorte, si l'on écrivait à ces gens-là ces entrées-là. `accord` et `agenda` : les clés des options
    « accord » de `campagne.consentir` et « regle » de `campagne.publier`. Lève `KeyError` pour une règle inconnue."""
    rejeu = rejouer(graine)
    destinataires, sortis = regle(graine, accord, agenda)
    return compter_les_torts(rejeu, destinataires, sortis)


def regle(graine: int, accord: str, agenda: str) -> tuple[list[str], list[str]]:
    """(id des personnes à qui l'on écrit, id des entrées qui partent) selon ces deux règles."""
    rejeu = rejouer(graine)
    soigneux = accord == "dernier_mot_ce_canal"
    decisions = {
        "accord": accord,
        "ordre": "date_de_l_evenement",
        "preuve": "preuves_valables" if soigneux else "sans_regarder",
        "ecarter": ["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"]
        if soigneux
        else [],
    }
    gens = appliquer(consentir.EXERCICE.choix, "destinataires", decisions)(
        rejeu.personnes, rejeu.consentements, rejeu.campagne
    )
    entrees = appliquer(publier.EXERCICE.choix, "evenements_publiables", {"regle": agenda})(rejeu.evenements)
    return list(gens["id_personne"]), list(entrees["id"])
