"""Les demandes arrivées au service naïf : qui tape quoi. Une demande par personne du registre, la sienne ou non."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte import monde as m
from chatmairie.echecs.acte.monde import Monde, exiger_monde
from chatmairie.echecs.acte.tirage import telephones
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur

_CHAMPS = ("prenom", "nom", "date_naissance", "parents", "adresse", "telephone", "courriel")
PART_ABANDON = {"sans_telephone": 1.0, "sans_smartphone": 0.35, "etranger": 0.10, "lecteur_ecran": 0.15}
"""Part qui renonce devant « votre numéro de portable » (obligatoire) : ce qui est déjà tapé reste."""


def tirer_demandes(hasard: Generator, registre: pd.DataFrame, monde: Monde) -> pd.DataFrame:
    """Une demande par personne du registre, dans l'ordre de l'année.

    Colonnes : demande_id (« D-0001 »), personne_id, situation, cle (celles de la personne de l'acte), demandeur
    (« la personne », ou la clé d'un attaquant), savoirs (tuple, vide pour la personne), date (texte ISO), acte, motif,
    et ce qui a été tapé : prenom, nom, date_naissance, parents, adresse, telephone, courriel ("" : abandon avant).
    """
    exiger_generateur(hasard)
    exiger_monde(monde)
    exiger_colonnes(registre, ("personne_id", "situation", *_CHAMPS), "registre")
    n = len(registre)
    table = registre[["personne_id", "situation", "cle", "telephone_connu", *_CHAMPS]].copy()
    table["demandeur"] = "la personne"
    table["savoirs"] = [()] * n
    table["motif"] = hasard.choice(list(m.MOTIFS), n, p=list(m.MOTIFS.values()))
    table["acte"] = hasard.choice(list(m.ACTES), n, p=[0.7, 0.2, 0.1])
    parts = table["situation"].map(PART_ABANDON).fillna(0.0).to_numpy(dtype=float)
    abandon = (hasard.random(n) < parts) | table["cle"].eq("karim").to_numpy()
    table.loc[abandon, ["telephone", "courriel"]] = ""
    _attaquer(hasard, table, monde)
    jours = np.sort(hasard.integers(0, 365, n))
    table = table.iloc[hasard.permutation(n)].reset_index(drop=True)
    table["date"] = [(date(m.ANNEE, 1, 1) + timedelta(int(j))).isoformat() for j in jours]
    table.insert(0, "demande_id", [f"D-{i:04d}" for i in range(1, n + 1)])
    return table.drop(columns="telephone_connu")


def savoirs_tires(hasard: Generator, attaquant: m.Attaquant) -> tuple[str, ...]:
    """Ce que cet attaquant sait de cette victime-là, cette fois-là."""
    return tuple(s for s, part in attaquant.savoirs if hasard.random() < part)


def _attaquer(hasard: Generator, table: pd.DataFrame, monde: Monde) -> None:
    """Quelques demandes ne viennent pas de la personne. Camille est visée par qui connaît ses proches, et pour un acte
    réservé : un extrait sans filiation, toute personne peut l'avoir."""
    combien = min(m.ATTAQUES_PAR_PROFIL, len(table) // 16)
    vises = iter(hasard.permutation(np.flatnonzero(table["cle"].eq("") & table["telephone"].ne(""))))
    pris = set(table["telephone"])
    libres = iter([t for t in telephones(hasard, 9_000) if t not in pris])
    boites = iter(50_000 + hasard.permutation(40_000))
    for attaquant in monde.attaquants:
        for _ in range(combien):
            _taper(table, next(vises), attaquant.cle, savoirs_tires(hasard, attaquant), libres, boites)
    for ligne in np.flatnonzero(table["cle"].eq("camille")):
        _taper(table, ligne, monde.attaquants[0].cle, ("etat_civil", "contact", "parents"), libres, boites)
        if table.at[table.index[ligne], "acte"] == "extrait sans filiation":
            table.at[table.index[ligne], "acte"] = "copie intégrale"


def _taper(table, ligne, cle, savoirs, libres, boites) -> None:
    """Ce qu'un attaquant tape : ce qu'il sait, sinon au hasard ; et toujours son adresse à lui."""
    rang = table.index[ligne]
    table.at[rang, "demandeur"], table.at[rang, "savoirs"] = cle, savoirs
    table.at[rang, "courriel"] = f"boite{next(boites):05d}@courriel.example"
    if "etat_civil" not in savoirs:
        annee, mois, jour = table.at[rang, "date_naissance"].split("-")
        table.at[rang, "date_naissance"] = f"{int(annee) + 1}-{mois}-{jour if jour < '29' else '28'}"
    if "parents" not in savoirs:
        table.at[rang, "parents"] = ""
    if "contact" not in savoirs or not table.at[rang, "telephone_connu"]:
        table.at[rang, "telephone"] = next(libres)
