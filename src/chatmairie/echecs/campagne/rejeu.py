"""La campagne du printemps telle qu'elle est partie : tout l'agenda, à tous les numéros.

Rien n'est écrit d'avance : chaque message de la boîte d'envoi vient d'une entrée tirée et d'un numéro du fichier.
Les familles du périscolaire sont celles du carnet 02 (même graine, mêmes `id_famille`) ; les personnes de l'acte de
naissance, celles du carnet 41. Quatre numéros sur cinq viennent de ces deux démarches.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte.tirage import fichier_collecte
from chatmairie.echecs.campagne.journal import tirer_journal
from chatmairie.echecs.campagne.mecanisme import envoyer_naivement, rediger
from chatmairie.echecs.campagne.monde import BASES, MONDE_DU_COURS, Monde
from chatmairie.echecs.campagne.tirage import IDENTITE, completer, contacts, noms_au_hasard, tirer_evenements
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.commun.rejeu import Rejouable
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS as MONDE_PERISCOLAIRE
from chatmairie.echecs.donnees.rejeu import LIGNES_RENTREE
from chatmairie.echecs.donnees.tirage import tirer_dossiers


@dataclass(frozen=True, eq=False)
class Rejeu:
    """Une campagne rejouée, reproductible : mêmes `graine` et `monde`, mêmes tables (des copies).

    personnes, consentements, campagne, situations, publics : voir `tirage.Fichier` (situations et publics sont la
    vérité, que la campagne n'avait pas). evenements, verite : voir `tirage.Agenda`. textes : id d'entrée -> SMS.
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


@Rejouable
def rejouer(graine: int, monde: Monde = MONDE_DU_COURS) -> Rejeu:
    """La campagne du printemps, pour cette graine et ce monde."""
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
    textes = rediger(agenda.evenements)
    return Rejeu(graine, monde, **vars(fichier), **vars(agenda), textes=textes, envois=envois, journal=journal)


# --- d'où vient le fichier : les démarches faites avec ChatMairie, et ce que la mairie avait « déjà »

ACTE, PERISCOLAIRE = list(BASES)[:2]
DISTRIBUTION = {
    "fatoumata": "rien",
    "karim": "rien",
    "rayan": "rien",
    "camille": "rien",
    "nadege": "autre_canal",
    "margaux": "accord",
    "linh": "autre_finalite",
    "aurelie": "retire",
}
"""Les habitants de la distribution qui sont dans le fichier, et ce qu'ils ont dit de l'agenda."""
PLACES = {"linh": PERISCOLAIRE, "aurelie": "médiathèque"}
"""Ceux qui ne viennent pas du fichier des actes : la base qui les connaît."""


def identites_du_cours(hasard: Generator, graine: int, monde: Monde) -> pd.DataFrame:
    """Les identités du fichier de cette graine : colonnes `IDENTITE`, plus id_origine (le numéro dans l'autre base)."""
    actes, familles = _actes(graine), _familles(graine)
    reste = round((len(actes) + len(familles)) * 0.25)  # un numéro sur cinq
    n = len(familles) + reste
    prenom, nom = noms_au_hasard(hasard, n)
    telephone, courriel = _contacts_libres(hasard, n, set(actes["telephone"]))
    poids = np.array(list(BASES.values())[2:])
    autres = pd.DataFrame(
        {
            "prenom": prenom,
            "nom": nom,
            "naissance": _naissances(hasard, n, int(monde.date[:4])),
            "telephone": telephone,
            "courriel": courriel,
            "base_origine": [PERISCOLAIRE] * len(familles)
            + list(hasard.choice(list(BASES)[2:], reste, p=poids / poids.sum())),
            "id_origine": list(familles) + [""] * reste,
        }
    )
    tout = pd.concat([actes, autres], ignore_index=True)
    for cle, base in PLACES.items():
        if personne(cle).prenom not in set(tout["prenom"]):
            rang = tout.index[tout["base_origine"].eq(base) & tout["telephone"].ne("")][0]
            tout.loc[rang, ["prenom", "naissance"]] = [personne(cle).prenom, f"{2025 - personne(cle).age}-06-15"]
    tout["id_personne"] = [f"P-{i:05d}" for i in hasard.choice(99_999, len(tout), replace=False) + 1]
    return tout[[*IDENTITE, "id_origine"]].iloc[hasard.permutation(len(tout))].reset_index(drop=True)


def les_connus(identites: pd.DataFrame) -> dict[int, str]:
    """Rang des gens de la distribution dans le fichier -> leur scénario (`monde.SCENARIOS`)."""
    rangs = {prenom: i for i, prenom in enumerate(identites["prenom"])}
    return {rangs[personne(cle).prenom]: scenario for cle, scenario in DISTRIBUTION.items()}


def _familles(graine: int) -> list[str]:
    """Les familles qui ont déposé un dossier à la rentrée 2025, telles que le carnet 02 les a tirées."""
    hasard = np.random.default_rng(np.random.SeedSequence(graine).spawn(3)[1])
    return sorted(set(tirer_dossiers(hasard, MONDE_PERISCOLAIRE, LIGNES_RENTREE)["id_famille"]))


def _actes(graine: int) -> pd.DataFrame:
    """Ce que ChatMairie a gardé des demandes d'actes : le fichier que laisse le carnet 41, tel quel."""
    table = fichier_collecte(graine).rename(columns={"personne_id": "id_origine", "date_naissance": "naissance"})
    return table.assign(base_origine=ACTE)[
        ["prenom", "nom", "naissance", "telephone", "courriel", "base_origine", "id_origine"]
    ]


def _contacts_libres(hasard: Generator, n: int, pris: set[str]) -> tuple[list[str], list[str]]:
    """Des contacts fictifs qui ne sont pas déjà ceux de quelqu'un."""
    telephones, courriels = contacts(hasard, min(9999, n + len(pris)))
    libres = [i for i, tel in enumerate(telephones) if tel == "" or tel not in pris][:n]
    return [telephones[i] for i in libres], [courriels[i] for i in libres]


def _naissances(hasard: Generator, n: int, annee: int) -> list[str]:
    annees = annee - np.where(hasard.random(n) < 0.06, hasard.integers(11, 18, n), hasard.integers(22, 90, n))
    jours = hasard.integers(0, 365, n).astype("timedelta64[D]")
    debuts = (annees - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    return [str(d) for d in debuts + jours]
