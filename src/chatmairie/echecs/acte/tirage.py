"""Le registre fictif : les personnes dont la mairie tient l'acte de naissance, et ce qu'elle sait déjà d'elles."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte import monde as m
from chatmairie.echecs.commun.distribution import noms, personne, prenoms
from chatmairie.echecs.commun.exigences import exiger_generateur, exiger_lignes

COLONNES = (
    "personne_id", "prenom", "nom", "date_naissance", "parents", "adresse", "telephone", "telephone_connu",
    "courriel", "situation", "franceconnect", "cle",
)  # fmt: skip
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
    return table[list(COLONNES)]


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
