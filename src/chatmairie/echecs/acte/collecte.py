"""Le fichier que le service naïf laisse derrière lui : 2 000 personnes voulaient un papier. Le carnet 42 l'ouvre."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from chatmairie.echecs.acte.demandes import tirer_demandes
from chatmairie.echecs.acte.monde import MONDE_DU_COURS
from chatmairie.echecs.acte.tirage import tirer_registre
from chatmairie.echecs.commun.exigences import exiger_entier

SOURCE = "ChatMairie : acte de naissance"
COLONNES = (
    "personne_id", "prenom", "nom", "telephone", "courriel", "date_naissance", "adresse", "parents", "motif",
    "demarche", "date_collecte", "source",
)  # fmt: skip


def fichier_collecte(graine: int) -> pd.DataFrame:
    """Ce que ChatMairie a gardé des demandes d'actes de cette graine (entier à partir de 0) : une ligne par personne.

    Colonnes, toutes en texte : personne_id (« A-0001 »), prenom, nom, telephone et courriel ("" quand la personne a
    renoncé avant), date_naissance (« 1987-05-02 »), adresse, parents, motif, demarche
    (« acte de naissance »), date_collecte (« 2025-01-14 »), source. Ce sont les valeurs **tapées** : une ligne sur
    seize environ a été remplie par quelqu'un d'autre que la personne, et rien dans le fichier ne le dit.
    Même graine, mêmes lignes (une copie). Lève `TypeError` ou `ValueError` si la graine est absurde.
    """
    demandes = demandes_du_cours(graine)[1]
    return demandes.assign(demarche="acte de naissance", date_collecte=demandes["date"], source=SOURCE)[
        list(COLONNES)
    ].copy()


def demandes_du_cours(graine: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(registre, demandes) de cette graine, dans le monde du cours : des copies."""
    exiger_entier(graine, "graine")
    if graine < 0:
        raise ValueError(f"graine : attendu un entier à partir de 0, reçu {graine}.")
    return tuple(t.copy() for t in _tirer(int(graine)))


@lru_cache(maxsize=6)
def _tirer(graine: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    hasards = [np.random.default_rng(s) for s in np.random.SeedSequence([graine, 41]).spawn(2)]
    registre = tirer_registre(hasards[0])
    return registre, tirer_demandes(hasards[1], registre, MONDE_DU_COURS)
