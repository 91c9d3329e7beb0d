"""D'où vient le fichier du rejeu : les démarches faites avec ChatMairie, et ce que la mairie avait « déjà ».

Les familles du périscolaire sont celles du carnet 02 (même graine, mêmes `id_famille`) ; les personnes de l'acte de
naissance, celles du carnet 41. Quatre numéros sur cinq viennent de ces deux démarches.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte.collecte import fichier_collecte
from chatmairie.echecs.campagne.fichier import IDENTITE, contacts, noms_au_hasard
from chatmairie.echecs.campagne.monde import BASES, Monde
from chatmairie.echecs.commun.distribution import personne
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS as MONDE_PERISCOLAIRE
from chatmairie.echecs.donnees.rejeu import LIGNES_RENTREE
from chatmairie.echecs.donnees.tirage import tirer_dossiers

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


def identites_du_cours(rng: Generator, graine: int, monde: Monde) -> pd.DataFrame:
    """Les identités du fichier de cette graine : colonnes `IDENTITE`, plus id_origine (le numéro dans l'autre base)."""
    actes, familles = _actes(graine), _familles(graine)
    reste = round((len(actes) + len(familles)) * 0.25)  # un numéro sur cinq
    n = len(familles) + reste
    prenom, nom = noms_au_hasard(rng, n)
    telephone, courriel = _contacts_libres(rng, n, set(actes["telephone"]))
    poids = np.array(list(BASES.values())[2:])
    autres = pd.DataFrame(
        {
            "prenom": prenom,
            "nom": nom,
            "naissance": _naissances(rng, n, int(monde.date[:4])),
            "telephone": telephone,
            "courriel": courriel,
            "base_origine": [PERISCOLAIRE] * len(familles)
            + list(rng.choice(list(BASES)[2:], reste, p=poids / poids.sum())),
            "id_origine": list(familles) + [""] * reste,
        }
    )
    tout = pd.concat([actes, autres], ignore_index=True)
    for cle, base in PLACES.items():
        if personne(cle).prenom not in set(tout["prenom"]):
            rang = tout.index[tout["base_origine"].eq(base) & tout["telephone"].ne("")][0]
            tout.loc[rang, ["prenom", "naissance"]] = [personne(cle).prenom, f"{2025 - personne(cle).age}-06-15"]
    tout["id_personne"] = [f"P-{i:05d}" for i in rng.choice(99_999, len(tout), replace=False) + 1]
    return tout[[*IDENTITE, "id_origine"]].iloc[rng.permutation(len(tout))].reset_index(drop=True)


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


def _contacts_libres(rng: Generator, n: int, pris: set[str]) -> tuple[list[str], list[str]]:
    """Des contacts fictifs qui ne sont pas déjà ceux de quelqu'un."""
    telephones, courriels = contacts(rng, min(9999, n + len(pris)))
    libres = [i for i, tel in enumerate(telephones) if tel == "" or tel not in pris][:n]
    return [telephones[i] for i in libres], [courriels[i] for i in libres]


def _naissances(rng: Generator, n: int, annee: int) -> list[str]:
    annees = annee - np.where(rng.random(n) < 0.06, rng.integers(11, 18, n), rng.integers(22, 90, n))
    jours = rng.integers(0, 365, n).astype("timedelta64[D]")
    debuts = (annees - 1970).astype("datetime64[Y]").astype("datetime64[D]")
    return [str(d) for d in debuts + jours]
