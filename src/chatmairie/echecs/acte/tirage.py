"""Ce qui est tiré : le registre fictif, les demandes (une par personne, la sienne ou non), le fichier qui en reste."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte import monde as m
from chatmairie.echecs.commun.distribution import noms, personne, prenoms
from chatmairie.echecs.commun.exigences import (
    exiger_colonnes,
    exiger_entier,
    exiger_generateur,
    exiger_lignes,
    exiger_monde,
)

# Des habitants de la distribution, et leur situation ici (les autres colonnes sont tirées).
HABITANTS = {
    "camille": "tout_venant",
    "karim": "sans_smartphone",
    "fatoumata": "tout_venant",
    "rayan": "lecteur_ecran",
    "margaux": "tout_venant",
    "nadege": "tape_lentement",
}
RUES = ("rue des Tilleuls", "rue du Lavoir", "place du Marché", "allée des Cerisiers", "chemin de la Gare")
_CHAMPS = ("prenom", "nom", "date_naissance", "parents", "adresse", "telephone", "courriel")
PART_ABANDON = {"sans_telephone": 1.0, "sans_smartphone": 0.35, "etranger": 0.10, "lecteur_ecran": 0.15}
"""Part qui renonce devant « votre numéro de portable » (obligatoire) : ce qui est déjà tapé reste."""
SOURCE = "ChatMairie : acte de naissance"
COLONNES = (
    "personne_id", "prenom", "nom", "telephone", "courriel", "date_naissance", "adresse", "parents", "motif",
    "demarche", "date_collecte", "source",
)  # fmt: skip


def tirer_registre(hasard: Generator, lignes: int = m.PERSONNES_AU_REGISTRE) -> pd.DataFrame:
    """Un registre de `lignes` personnes majeures (de 50 à 4 000), dont six habitants de la distribution.

    Colonnes : personne_id (« A-0001 »), prenom, nom, date_naissance (texte ISO), parents (« Ana Rossi et Malo Rossi »),
    adresse, telephone (« 06 39 98 .. .. », ou "" ), telephone_connu (le même si la mairie l'a déjà vérifié, sinon ""),
    courriel, situation (clé de `monde.SITUATIONS`), franceconnect ("", « FranceConnect » ou « FranceConnect+ »),
    cle (celle de la distribution, ou ""). Lève `TypeError` ou `ValueError` si les arguments sont absurdes.
    """
    exiger_generateur(hasard)
    exiger_lignes(lignes, 50, 4000)
    n = lignes
    nom = hasard.choice(np.array(noms(), dtype=object), n)
    situation = hasard.choice(list(m.SITUATIONS), n, p=list(m.SITUATIONS.values()))
    tirage = hasard.random(n)
    fc = np.where(tirage < m.PART_FC_PLUS, "FranceConnect+", np.where(tirage < m.PART_FC, "FranceConnect", ""))
    numeros = telephones(hasard, n)
    table = pd.DataFrame(
        {
            "personne_id": [f"A-{i:04d}" for i in range(1, n + 1)],
            "prenom": hasard.choice(np.array(prenoms(), dtype=object), n),
            "nom": nom,
            "date_naissance": [
                _naissance(a, j) for a, j in zip(hasard.integers(18, 92, n), hasard.integers(0, 365, n), strict=True)
            ],
            "parents": _parents(hasard, nom),
            "adresse": [f"{k} {r}" for k, r in zip(hasard.integers(1, 90, n), hasard.choice(RUES, n), strict=True)],
            "telephone": numeros,
            "telephone_connu": np.where(hasard.random(n) < m.PART_TELEPHONE_CONNU, numeros, ""),
            "courriel": [f"boite{i:05d}@courriel.example" for i in hasard.choice(50_000, n, replace=False)],
            "situation": situation,
            "franceconnect": fc,
            "cle": "",
        }
    ).astype(object)
    _placer_les_habitants(hasard, table)
    sans = table["situation"].eq("sans_telephone")
    table.loc[sans, ["telephone", "telephone_connu"]] = ""
    table.loc[table["situation"].isin(("sans_telephone", "sans_smartphone")), "franceconnect"] = ""
    return table


def telephones(hasard: Generator, n: int) -> list[str]:
    """`n` numéros fictifs tous différents (06 39 98 .. .. : numéros que l'Arcep réserve à la fiction)."""
    return [f"06 39 98 {i // 100:02d} {i % 100:02d}" for i in hasard.choice(10_000, n, replace=False)]


def _naissance(annees: int, jours: int) -> str:
    return (date(m.ANNEE, 1, 1) - timedelta(int(annees * 365.25) + int(jours))).isoformat()


def _parents(hasard: Generator, nom: np.ndarray) -> list[str]:
    prenom = hasard.choice(np.array(prenoms(), dtype=object), (len(nom), 2))
    autre = hasard.choice(np.array(noms(), dtype=object), len(nom))
    return [f"{a} {n} et {b} {x}" for (a, b), n, x in zip(prenom, nom, autre, strict=True)]


def _placer_les_habitants(hasard: Generator, table: pd.DataFrame) -> None:
    """Donne à six lignes tirées au sort l'identité d'habitants de la distribution ; leurs contacts sont connus."""
    for ligne, (cle, situation) in zip(
        hasard.choice(len(table), len(HABITANTS), replace=False), HABITANTS.items(), strict=True
    ):
        qui = personne(cle)
        table.loc[ligne, ["prenom", "cle", "situation"]] = [qui.prenom, cle, situation]
        table.loc[ligne, "date_naissance"] = _naissance(qui.age, int(hasard.integers(0, 200)))
        table.loc[ligne, "telephone_connu"] = table.loc[ligne, "telephone"]


def tirer_demandes(hasard: Generator, registre: pd.DataFrame, monde: m.Monde) -> pd.DataFrame:
    """Une demande par personne du registre, dans l'ordre de l'année.

    Colonnes : demande_id (« D-0001 »), personne_id, situation, cle (celles de la personne de l'acte), demandeur
    (« la personne », ou la clé d'un attaquant), savoirs (tuple, vide pour la personne), date (texte ISO), acte, motif,
    et ce qui a été tapé : prenom, nom, date_naissance, parents, adresse, telephone, courriel ("" : abandon avant).
    """
    exiger_generateur(hasard)
    exiger_monde(monde, m.Monde)
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


def _attaquer(hasard: Generator, table: pd.DataFrame, monde: m.Monde) -> None:
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
        if table.at[table.index[ligne], "acte"] not in m.AVEC_FILIATION:
            table.at[table.index[ligne], "acte"] = m.ACTES[0]


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
    return registre, tirer_demandes(hasards[1], registre, m.MONDE_DU_COURS)
