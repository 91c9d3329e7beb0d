"""Mesures du module 02 : que devient le tort, remède par remède ? (`make mesures`)

Chaque remède est essayé sur plusieurs graines : un modèle entraîné sur 8 000 lignes d'archives, jugé sur 4 000
demandes fraîches, contre le règlement. Ce fichier contient la bonne réponse du module : il n'est pas dans le
paquet installé. Données synthétiques ; rien ici ne dépend de la machine ni de l'heure.

    python outils/mesures_donnees.py
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from chatmairie.echecs.donnees.archives import tirer_archives
from chatmairie.echecs.donnees.mecanisme import Modele, colonnes_brutes, entrainer, normaliser, predire_le_jour
from chatmairie.echecs.donnees.monde import JOURS, MONDE_DU_COURS, MOTIF_ABANDONNE, Monde
from chatmairie.echecs.donnees.tirage import appliquer_reglement, autre_jour, tirer_dossiers

LIGNES_ARCHIVES, LIGNES_DOSSIERS = 8000, 4000
SEUIL_ABAISSE = 0.02  # probabilité à partir de laquelle on accepte, le jour sale, dans le remède « seuil abaissé »
UTILES = ("age", "scolarise_commune", "dans_les_delais", "pieces_fournies", "assurance_valide")
COLONNES_MESUREES = (
    "exactitude",
    "refus à tort, jour sale",
    "refus à tort, autres jours",
    "écart",
    "refus à tort, âge du jour",
    "admis à tort",
    "invariance au jour",
    "invariance aux attributs interdits",
)
Decision = Callable[[pd.DataFrame], pd.Series]


@dataclass(frozen=True)
class Terrain:
    """Un monde tiré : archives normalisées, demandes fraîches, et les mêmes demandes changées une chose à la fois."""

    monde: Monde
    archives: pd.DataFrame
    dossiers: pd.DataFrame
    recevable: pd.Series
    autres_jours: tuple[pd.DataFrame, ...]
    autres_attributs: tuple[pd.DataFrame, ...]
    hasard: np.random.Generator


def preparer(graine: int, monde: Monde = MONDE_DU_COURS) -> Terrain:
    """Tire un terrain de mesure, reproductible."""
    hasard = np.random.default_rng([graine, 2025])
    archives = normaliser(tirer_archives(hasard, monde, LIGNES_ARCHIVES))
    dossiers = tirer_dossiers(hasard, monde, LIGNES_DOSSIERS)
    autres = {"couple": "monoparentale", "monoparentale": "couple"}
    interdits = (
        dossiers.assign(pai_allergie=~dossiers["pai_allergie"]),
        dossiers.assign(parents_actifs=~dossiers["parents_actifs"]),
        dossiers.assign(quotient_familial=hasard.permutation(dossiers["quotient_familial"].to_numpy())),
        dossiers.assign(type_famille=dossiers["type_famille"].map(autres)),
    )
    return Terrain(
        monde,
        archives,
        dossiers,
        appliquer_reglement(dossiers, monde.reglement)["recevable"],
        tuple(autre_jour(dossiers, jour, monde, hasard) for jour in JOURS),
        interdits,
        hasard,
    )


def juger(terrain: Terrain, decision: Decision) -> dict[str, float]:
    """Les huit mesures d'une façon de décider. Une part se lit entre 0 et 1.

    invariance : part des dossiers dont la décision ne change pour aucun autre jour (ou aucun attribut interdit).
    """
    variantes = [terrain.dossiers, *terrain.autres_jours, *terrain.autres_attributs]
    tout = decision(pd.concat(variantes, ignore_index=True)).to_numpy(dtype=bool).reshape(len(variantes), -1)
    accepte = tout[0]
    recevable = terrain.recevable.to_numpy(dtype=bool)
    sale = terrain.dossiers["jour_depot"].eq(terrain.monde.jour_sale).to_numpy(dtype=bool)
    age = terrain.dossiers["age"].eq(terrain.monde.age_du_jour).to_numpy(dtype=bool)
    jour_sale, autres = (1 - accepte[recevable & groupe].mean() for groupe in (sale, ~sale))
    jours = len(terrain.autres_jours)
    mesures = (
        (accepte == recevable).mean(),
        jour_sale,
        autres,
        jour_sale - autres,
        1 - accepte[recevable & age].mean(),
        accepte[~recevable].mean(),
        (tout[1 : jours + 1] == accepte).all(axis=0).mean(),
        (tout[jours + 1 :] == accepte).all(axis=0).mean(),
    )
    return dict(zip(COLONNES_MESUREES, map(float, mesures), strict=True))


def remedes(terrain: Terrain) -> dict[str, Decision]:
    """Tous les remèdes, du plus paresseux au bon : nom -> façon de décider (table -> accepté, vrai ou faux)."""
    archives, sale = terrain.archives, terrain.monde.jour_sale
    toutes = colonnes_brutes()
    naif = entrainer(archives, toutes)
    instruites = archives[archives["instruit_par"].ne("")]
    bonnes = instruites[instruites["motif"].ne(MOTIF_ABANDONNE)]
    bonnes = bonnes.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    relues = archives.assign(decision=archives["decision"].mask(archives["jour_depot"].eq(sale), "accepte"))
    melangees = archives.assign(jour_depot=terrain.hasard.permutation(archives["jour_depot"].to_numpy()))

    def sans(*retirees: str) -> Modele:
        return entrainer(archives, [c for c in toutes if c not in retirees])

    return {
        "naïf : tout, sans trier": naif.accepte,
        "retirer `jour_depot`": sans("jour_depot").accepte,
        "… et `code_file`": sans("jour_depot", "code_file").accepte,
        "… et `num_ticket`": sans("jour_depot", "code_file", "num_ticket").accepte,
        "colonnes utiles, archive sale": entrainer(archives, UTILES).accepte,
        "pondérer par jour": entrainer(archives, toutes, poids=_poids(archives, ["jour_depot"])).accepte,
        "repondérer jour × décision (Kamiran et Calders)": entrainer(
            archives, toutes, poids=_poids_kamiran_calders(archives)
        ).accepte,
        "tout accepter le jour sale": lambda t: naif.accepte(t) | t["jour_depot"].eq(sale),
        "seuil abaissé le jour sale": lambda t: (
            naif.accepte(t) | (t["jour_depot"].eq(sale) & naif.avis(t).ge(SEUIL_ABAISSE))
        ),
        "réécrire « accepté » le jour sale": entrainer(relues, toutes).accepte,
        "réécrire « accepté », colonnes utiles": entrainer(relues, UTILES).accepte,
        "mélanger la colonne du jour": entrainer(melangees, toutes).accepte,
        "écarter les clôtures, toutes les colonnes": entrainer(instruites, toutes).accepte,
        "**écarter clôtures et critère abandonné, rapprocher, colonnes utiles**": entrainer(bonnes, UTILES).accepte,
        "cinq règles, sans IA": lambda t: appliquer_reglement(t, terrain.monde.reglement)["recevable"],
    }


def table_des_remedes(graines: Iterable[int] = range(6), monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """La table des remèdes : une ligne par remède, les huit mesures, en moyenne sur les graines."""
    lignes = []
    for graine in graines:
        terrain = preparer(graine, monde)
        lignes += [{"remède": nom} | juger(terrain, decision) for nom, decision in remedes(terrain).items()]
    if not lignes:
        raise ValueError("graines : il en faut au moins une.")
    return pd.DataFrame(lignes).groupby("remède", sort=False).mean()


def table_des_substituts(graines: Iterable[int] = range(6), monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """À quel point les colonnes qui restent trahissent le jour (aire sous la courbe, 0,5 : rien ; 1 : tout)."""
    toutes = colonnes_brutes()
    essais = {
        "tout sauf `jour_depot`": [c for c in toutes if c != "jour_depot"],
        "sans jour, file ni ticket": [c for c in toutes if c not in ("jour_depot", "code_file", "num_ticket")],
        "`canal`": ["canal"],
        "`heure`": ["heure"],
        "les colonnes utiles": UTILES,
        "`assurance_valide`": ["assurance_valide"],
    }
    lignes = []
    for graine in graines:
        archives = normaliser(tirer_archives(np.random.default_rng([graine, 2025]), monde, LIGNES_ARCHIVES))
        for nom, colonnes in essais.items():
            lignes.append({"colonnes": nom, "trahit le jour": predire_le_jour(archives, colonnes, monde.jour_sale)})
    return pd.DataFrame(lignes).groupby("colonnes", sort=False).mean()


def en_markdown(table: pd.DataFrame) -> str:
    """La table en markdown, nombres à la française (trois décimales)."""
    entete = [table.index.name or "", *table.columns]
    lignes = [[nom, *(f"{v + 0.0:.3f}".replace(".", ",") for v in valeurs)] for nom, *valeurs in table.itertuples()]
    corps = [entete, ["---", *["---:"] * len(table.columns)], *lignes]
    return "\n".join("| " + " | ".join(map(str, ligne)) + " |" for ligne in corps)


def _poids(archives: pd.DataFrame, colonnes: list[str]) -> np.ndarray:
    """Chaque groupe pèse autant que les autres."""
    return 1.0 / archives.groupby(colonnes)["decision"].transform("size").to_numpy(dtype=float)


def _poids_kamiran_calders(archives: pd.DataFrame) -> np.ndarray:
    """Kamiran et Calders (2012) : P(jour) P(décision) / P(jour, décision)."""
    n = len(archives)
    seuls = [archives.groupby(c)["annee"].transform("size") / n for c in ("jour_depot", "decision")]
    ensemble = archives.groupby(["jour_depot", "decision"])["annee"].transform("size") / n
    return (seuls[0] * seuls[1] / ensemble).to_numpy(dtype=float)


if __name__ == "__main__":
    print(en_markdown(table_des_remedes()))
    print()
    print(en_markdown(table_des_substituts()))
