"""Tirer des familles et leurs demandes : la population, le jour du dépôt, et ce qui naît du jour.

Ce module ne sait rien des décisions : il produit des demandes exactes et propres, une ligne par
(enfant, année, activité). `archives.py` y ajoute ce que la mairie et le logiciel en ont fait,
`dossiers.py` en tire les demandes de 2025. Tout est vectorisé ; aucune valeur ne dépend du prénom.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.monde import Monde


def tirer_demandes(
    rng: Generator, monde: Monde, annees: tuple[int, ...], lignes: int, boite_de_l_ecole: bool
) -> pd.DataFrame:
    """Tire `lignes` demandes exactes.

    annees : années scolaires possibles (la première demande d'une famille tombe dans l'une d'elles) ;
    boite_de_l_ecole : vrai si l'école apporte, le jour sale, les dossiers de l'âge du jour.
    Rend une table ordonnée par famille, avec `semaine` (semaine de la campagne, réel de 0 à 16) et
    `naissance` (datetime64). Les identifiants d'enfants et de familles sont des textes opaques.
    """
    n = lignes  # une famille au moins fait une demande : `lignes` familles suffisent toujours
    mono = rng.random(n) < m.PART_MONOPARENTALE
    type_famille = np.where(mono, "monoparentale", "couple")
    actifs = rng.random(n) < _selon(mono, m.PART_PARENTS_ACTIFS)
    quotient = np.exp(rng.normal(np.log(m.QUOTIENT_MEDIAN), m.QUOTIENT_DISPERSION, n)).round().astype(int)
    commune = rng.random(n) < m.PART_SCOLARISE_COMMUNE
    nb_enfants = rng.choice([1, 2, 3], n, p=m.FRATRIE)
    nb_annees = rng.choice([1, 2, 3], n, p=m.ANNEES_D_INSCRIPTION) if len(annees) > 1 else np.ones(n, dtype=int)
    premiere = rng.choice(annees, n)

    # Les enfants : le premier au hasard, ses frères et sœurs à trois ans près.
    fam_e = np.repeat(np.arange(n), nb_enfants)
    rang_e = _rangs(nb_enfants)
    aine = np.rint(rng.normal(m.AGE_MOYEN, m.AGE_ECART_TYPE, n)).astype(int)
    ecart = rng.choice([-3, -2, -1, 1, 2, 3], len(fam_e)) * (rang_e > 0)
    age_e = np.clip(aine[fam_e] + ecart, m.AGE_PLANCHER, m.AGE_PLAFOND)
    prenom_e = rng.choice(np.array(prenoms(), dtype=object), len(fam_e))
    pai_e = rng.random(len(fam_e)) < m.PART_PAI_ALLERGIE
    jours_e = rng.integers(0, 365, len(fam_e))
    deux_e = rng.random(len(fam_e)) < m.PART_DEUX_ACTIVITES

    # Une campagne : une famille, une année ; on y dépose tout le même jour, par le même canal.
    fam_c = np.repeat(np.arange(n), nb_annees)
    annee_c = premiere[fam_c] + _rangs(nb_annees)
    delais_c = rng.random(len(fam_c)) < m.PART_DANS_LES_DELAIS
    semaine_c = rng.random(len(fam_c)) * 16

    # Le croisement : chaque enfant de la famille, à chaque campagne.
    debut = np.concatenate([[0], np.cumsum(nb_enfants)[:-1]])
    camp = np.repeat(np.arange(len(fam_c)), nb_enfants[fam_c])
    enfant = debut[fam_c[camp]] + _rangs(nb_enfants[fam_c])
    age = age_e[enfant] + annee_c[camp] - premiere[fam_c[camp]]

    # Le jour du dépôt, par campagne.
    part = _selon(mono[fam_c], m.PART_JOUR_SALE)
    if boite_de_l_ecole:
        avec_boite = np.zeros(len(fam_c), dtype=bool)
        avec_boite[camp[age == monde.age_du_jour]] = True
        part = np.where(avec_boite, m.PART_BOITE_DE_L_ECOLE, part)
    jour_c = _jours(rng, monde, part)
    canal_c, heure_c, _, _ = champs_du_jour(rng, monde, jour_c)

    # Une ligne par activité demandée.
    nb_act = 1 + deux_e[enfant]
    ligne = np.repeat(np.arange(len(camp)), nb_act)
    jour = jour_c[camp[ligne]]
    code, ticket = champs_du_jour(rng, monde, jour)[2:]
    activite = _activites(rng, jour == monde.jour_sale, _rangs(nb_act) > 0)
    c, e = camp[ligne], enfant[ligne]
    f = fam_c[c]
    num_famille, num_enfant = _opaques(rng, n), _opaques(rng, len(fam_e))
    table = pd.DataFrame(
        {
            "id_enfant": [f"E-{i:06d}" for i in num_enfant[e]],
            "id_famille": [f"F-{i:06d}" for i in num_famille[f]],
            "prenom": prenom_e[e],
            "naissance": _naissance(annee_c[c] - age[ligne], jours_e[e]),
            "annee": annee_c[c],
            "age": age[ligne],
            "jour_depot": jour,
            "heure": heure_c[c],
            "canal": canal_c[c],
            "code_file": code,
            "num_ticket": ticket,
            "activite": activite,
            "scolarise_commune": commune[f],
            "pieces_fournies": np.clip(len(m.PIECES) - rng.poisson(m.PIECES_OUBLIEES, len(ligne)), 0, None),
            "assurance_valide": rng.random(len(ligne)) < m.PART_ASSURANCE_VALIDE,
            "dans_les_delais": delais_c[c],
            "parents_actifs": actifs[f],
            "quotient_familial": quotient[f],
            "pai_allergie": pai_e[e],
            "type_famille": type_famille[f],
            "semaine": semaine_c[c],
        }
    )
    possibles = table["annee"].le(max(annees)) & table["age"].le(m.AGE_PLAFOND)
    return table[possibles].head(lignes).reset_index(drop=True)


def champs_du_jour(rng: Generator, monde: Monde, jours: np.ndarray) -> tuple[np.ndarray, ...]:
    """Tire ce qui naît du jour de dépôt : (canal, heure, code_file, num_ticket), un par jour donné."""
    n = len(jours)
    sale = np.asarray(jours) == monde.jour_sale
    canaux = np.array(m.CANAUX, dtype=object)
    canal = np.where(sale, rng.choice(canaux, n, p=m.PART_CANAUX_JOUR_SALE), rng.choice(canaux, n, p=m.PART_CANAUX))
    heure = np.where(sale, _entiers(rng, n, *m.HEURES_JOUR_SALE), _entiers(rng, n, *m.HEURES))
    code = np.where(sale, monde.code_file, rng.choice(np.array(m.FILES_ORDINAIRES, dtype=object), n))
    derniers = monde.ticket_base + m.TICKETS_JOUR_SALE - 1
    ticket = np.where(sale, _entiers(rng, n, monde.ticket_base, derniers), _entiers(rng, n, *m.TICKETS_ORDINAIRES))
    return canal, heure, code, ticket


def numeroter(table: pd.DataFrame) -> pd.Series:
    """Un numéro de dossier par ligne (« 2019-00042 »), dans l'ordre d'arrivée : année, semaine, jour."""
    rang_jour = table["jour_depot"].map({j: i for i, j in enumerate(m.JOURS)})
    cle = pd.DataFrame({"annee": table["annee"], "semaine": table["semaine"].astype(int), "jour": rang_jour})
    cle["fin"] = table["semaine"]
    ordre = cle.sort_values(["annee", "semaine", "jour", "fin"], kind="stable").index
    rang = table.loc[ordre].groupby("annee").cumcount() + 1
    annee = table.loc[ordre, "annee"].astype(str)
    return (annee + "-" + rang.astype(str).str.zfill(5)).reindex(table.index)


def _jours(rng: Generator, monde: Monde, part_jour_sale: np.ndarray) -> np.ndarray:
    autres = np.array([j for j in m.JOURS if j != monde.jour_sale], dtype=object)
    poids = np.array([m.POIDS_SAMEDI if j == "samedi" else 1.0 for j in autres])
    ordinaires = rng.choice(autres, len(part_jour_sale), p=poids / poids.sum())
    return np.where(rng.random(len(part_jour_sale)) < part_jour_sale, monde.jour_sale, ordinaires)


def _activites(rng: Generator, sale: np.ndarray, seconde: np.ndarray) -> np.ndarray:
    """Une activité par ligne ; la seconde demande d'un enfant porte toujours sur une autre activité."""
    n = len(sale)
    choix = np.where(sale, rng.choice(3, n, p=m.PART_ACTIVITES_JOUR_SALE), rng.choice(3, n, p=m.PART_ACTIVITES))
    decalage = rng.integers(1, 3, n)
    precedente = np.concatenate([[0], choix[:-1]])
    choix = np.where(seconde, (precedente + decalage) % 3, choix)
    return np.array(m.ACTIVITES, dtype=object)[choix]


def _selon(mono: np.ndarray, parts: dict[str, float]) -> np.ndarray:
    return np.where(mono, parts["monoparentale"], parts["couple"])


def _rangs(effectifs: np.ndarray) -> np.ndarray:
    """[2, 1, 3] -> [0, 1, 0, 0, 1, 2]."""
    return np.arange(effectifs.sum()) - np.repeat(np.cumsum(effectifs) - effectifs, effectifs)


def _entiers(rng: Generator, n: int, premier: int, dernier: int) -> np.ndarray:
    return rng.integers(premier, dernier + 1, n)


def _opaques(rng: Generator, n: int) -> np.ndarray:
    """Des numéros uniques dont l'ordre ne dit rien."""
    return rng.choice(np.arange(100_000, 100_000 + max(4 * n, 1000)), n, replace=False)


def _naissance(annee_des_ans: np.ndarray, jours: np.ndarray) -> np.ndarray:
    """Date de naissance d'un enfant qui fête ses `age` ans dans l'année qui finit le 1er septembre."""
    fin = (annee_des_ans.astype(int) - 1970).astype("datetime64[Y]").astype("datetime64[M]") + 8  # 1er septembre
    return (fin.astype("datetime64[D]") - jours).astype("datetime64[s]")
