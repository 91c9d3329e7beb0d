"""Tirer des familles, leurs demandes et les dossiers de 2025 ; le règlement appliqué ; le même dossier, un autre jour.

Ce module ne sait rien des décisions : il produit des demandes exactes et propres, une ligne par
(enfant, année, activité). `archives.py` y ajoute ce que la mairie et le logiciel en ont fait. Tout est
vectorisé ; aucune valeur ne dépend du prénom.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur, exiger_lignes, exiger_monde
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, REGLEMENT, Monde, Reglement

COLONNES_DOSSIER = (
    "num_dossier", "id_enfant", "id_famille", "prenom", "annee", "age", "jour_depot", "heure", "canal",
    "code_file", "num_ticket", "activite", "scolarise_commune", "pieces_fournies", "assurance_valide",
    "dans_les_delais", "parents_actifs", "quotient_familial", "pai_allergie", "type_famille",
)  # fmt: skip


def tirer_demandes(
    hasard: Generator, monde: Monde, annees: tuple[int, ...], lignes: int, boite_de_l_ecole: bool
) -> pd.DataFrame:
    """Tire `lignes` demandes exactes.

    annees : années scolaires possibles (la première demande d'une famille tombe dans l'une d'elles) ;
    boite_de_l_ecole : vrai si l'école apporte, le jour sale, les dossiers de l'âge du jour.
    Rend une table ordonnée par famille, avec `semaine` (semaine de la campagne, réel de 0 à 16) et
    `naissance` (datetime64). Les identifiants d'enfants et de familles sont des textes opaques.
    """
    n = lignes  # une famille au moins fait une demande : `lignes` familles suffisent toujours
    mono = hasard.random(n) < m.PART_MONOPARENTALE
    type_famille = np.where(mono, "monoparentale", "couple")
    actifs = hasard.random(n) < _selon(mono, m.PART_PARENTS_ACTIFS)
    quotient = np.exp(hasard.normal(np.log(m.QUOTIENT_MEDIAN), m.QUOTIENT_DISPERSION, n)).round().astype(int)
    commune = hasard.random(n) < m.PART_SCOLARISE_COMMUNE
    nb_enfants = hasard.choice([1, 2, 3], n, p=m.FRATRIE)
    nb_annees = hasard.choice([1, 2, 3], n, p=m.ANNEES_D_INSCRIPTION) if len(annees) > 1 else np.ones(n, dtype=int)
    premiere = hasard.choice(annees, n)

    # Les enfants : le premier au hasard, ses frères et sœurs à trois ans près.
    fam_e = np.repeat(np.arange(n), nb_enfants)
    rang_e = _rangs(nb_enfants)
    aine = np.rint(hasard.normal(m.AGE_MOYEN, m.AGE_ECART_TYPE, n)).astype(int)
    ecart = hasard.choice([-3, -2, -1, 1, 2, 3], len(fam_e)) * (rang_e > 0)
    age_e = np.clip(aine[fam_e] + ecart, m.AGE_PLANCHER, m.AGE_PLAFOND)
    prenom_e = hasard.choice(np.array(prenoms(), dtype=object), len(fam_e))
    pai_e = hasard.random(len(fam_e)) < m.PART_PAI_ALLERGIE
    jours_e = hasard.integers(0, 365, len(fam_e))
    deux_e = hasard.random(len(fam_e)) < m.PART_DEUX_ACTIVITES

    # Une campagne : une famille, une année ; on y dépose tout le même jour, par le même canal.
    fam_c = np.repeat(np.arange(n), nb_annees)
    annee_c = premiere[fam_c] + _rangs(nb_annees)
    delais_c = hasard.random(len(fam_c)) < m.PART_DANS_LES_DELAIS
    semaine_c = hasard.random(len(fam_c)) * 16

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
    jour_c = _jours(hasard, monde, part)
    canal_c, heure_c, _, _ = champs_du_jour(hasard, monde, jour_c)

    # Une ligne par activité demandée.
    nb_act = 1 + deux_e[enfant]
    ligne = np.repeat(np.arange(len(camp)), nb_act)
    jour = jour_c[camp[ligne]]
    code, ticket = champs_du_jour(hasard, monde, jour)[2:]
    activite = _activites(hasard, jour == monde.jour_sale, _rangs(nb_act) > 0)
    c, e = camp[ligne], enfant[ligne]
    f = fam_c[c]
    num_famille, num_enfant = _opaques(hasard, n), _opaques(hasard, len(fam_e))
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
            "pieces_fournies": np.clip(len(m.PIECES) - hasard.poisson(m.PIECES_OUBLIEES, len(ligne)), 0, None),
            "assurance_valide": hasard.random(len(ligne)) < m.PART_ASSURANCE_VALIDE,
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


def champs_du_jour(hasard: Generator, monde: Monde, jours: np.ndarray) -> tuple[np.ndarray, ...]:
    """Tire ce qui naît du jour de dépôt : (canal, heure, code_file, num_ticket), un par jour donné."""
    n = len(jours)
    sale = np.asarray(jours) == monde.jour_sale
    canaux = np.array(m.CANAUX, dtype=object)
    canal = np.where(
        sale, hasard.choice(canaux, n, p=m.PART_CANAUX_JOUR_SALE), hasard.choice(canaux, n, p=m.PART_CANAUX)
    )
    heure = np.where(sale, _entiers(hasard, n, *m.HEURES_JOUR_SALE), _entiers(hasard, n, *m.HEURES))
    code = np.where(sale, monde.code_file, hasard.choice(np.array(m.FILES_ORDINAIRES, dtype=object), n))
    derniers = monde.ticket_base + m.TICKETS_JOUR_SALE - 1
    ticket = np.where(
        sale, _entiers(hasard, n, monde.ticket_base, derniers), _entiers(hasard, n, *m.TICKETS_ORDINAIRES)
    )
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


def _jours(hasard: Generator, monde: Monde, part_jour_sale: np.ndarray) -> np.ndarray:
    autres = np.array([j for j in m.JOURS if j != monde.jour_sale], dtype=object)
    poids = np.array([m.POIDS_SAMEDI if j == "samedi" else 1.0 for j in autres])
    ordinaires = hasard.choice(autres, len(part_jour_sale), p=poids / poids.sum())
    return np.where(hasard.random(len(part_jour_sale)) < part_jour_sale, monde.jour_sale, ordinaires)


def _activites(hasard: Generator, sale: np.ndarray, seconde: np.ndarray) -> np.ndarray:
    """Une activité par ligne ; la seconde demande d'un enfant porte toujours sur une autre activité."""
    n = len(sale)
    choix = np.where(sale, hasard.choice(3, n, p=m.PART_ACTIVITES_JOUR_SALE), hasard.choice(3, n, p=m.PART_ACTIVITES))
    decalage = hasard.integers(1, 3, n)
    precedente = np.concatenate([[0], choix[:-1]])
    choix = np.where(seconde, (precedente + decalage) % 3, choix)
    return np.array(m.ACTIVITES, dtype=object)[choix]


def _selon(mono: np.ndarray, parts: dict[str, float]) -> np.ndarray:
    return np.where(mono, parts["monoparentale"], parts["couple"])


def _rangs(effectifs: np.ndarray) -> np.ndarray:
    """[2, 1, 3] -> [0, 1, 0, 0, 1, 2]."""
    return np.arange(effectifs.sum()) - np.repeat(np.cumsum(effectifs) - effectifs, effectifs)


def _entiers(hasard: Generator, n: int, premier: int, dernier: int) -> np.ndarray:
    return hasard.integers(premier, dernier + 1, n)


def _opaques(hasard: Generator, n: int) -> np.ndarray:
    """Des numéros uniques dont l'ordre ne dit rien."""
    return hasard.choice(np.arange(100_000, 100_000 + max(4 * n, 1000)), n, replace=False)


def _naissance(annee_des_ans: np.ndarray, jours: np.ndarray) -> np.ndarray:
    """Date de naissance d'un enfant qui fête ses `age` ans dans l'année qui finit le 1er septembre."""
    fin = (annee_des_ans.astype(int) - 1970).astype("datetime64[Y]").astype("datetime64[M]") + 8  # 1er septembre
    return (fin.astype("datetime64[D]") - jours).astype("datetime64[s]")


# --- les dossiers de 2025 -------------------------------------------------------------------------------


def tirer_dossiers(hasard: Generator, monde: Monde = MONDE_DU_COURS, lignes: int = 2000) -> pd.DataFrame:
    """Tire `lignes` demandes de la rentrée 2025, propres, sans décision ni motif.

    Mêmes colonnes que l'archive normalisée, plus `pieces_manquantes` : noms des pièces (parmi les cinq de
    `monde.PIECES`) qui n'ont pas été fournies, séparés par « , », texte vide s'il n'en manque aucune.
    `age` en années au 1er septembre 2025, `heure` de 8 à 20, `quotient_familial` en euros par mois.
    À la mise en service, l'école n'apporte plus sa boîte : les enfants de l'âge du jour déposent tous les jours.
    """
    exiger_generateur(hasard)
    exiger_monde(monde, m.Monde)
    exiger_lignes(lignes)
    table = tirer_demandes(hasard, monde, (m.ANNEE_DES_DOSSIERS,), lignes, boite_de_l_ecole=False)
    table["num_dossier"] = numeroter(table)
    table = table.sort_values("num_dossier").reset_index(drop=True)[list(COLONNES_DOSSIER)]
    table["pieces_manquantes"] = _pieces_manquantes(hasard, table["pieces_fournies"].to_numpy())
    return table


def appliquer_reglement(dossiers: pd.DataFrame, reglement: Reglement = REGLEMENT) -> pd.DataFrame:
    """Applique le règlement intérieur, qui est public : trois colonnes booléennes, même index.

    eligible : âge admis, scolarisé dans la commune, dans les délais ; complet : assez de pièces et assurance
    valide ; recevable : les deux. Une valeur inconnue n'établit rien : elle vaut « non ».
    Lève `ValueError` si une colonne manque.
    """
    exiger_colonnes(dossiers, ("age", "scolarise_commune", "dans_les_delais", "pieces_fournies", "assurance_valide"))
    age = pd.to_numeric(dossiers["age"]).between(reglement.age_min, reglement.age_max)
    pieces = pd.to_numeric(dossiers["pieces_fournies"]).ge(reglement.pieces_min)
    eligible = age & _vrai(dossiers["scolarise_commune"]) & _vrai(dossiers["dans_les_delais"])
    complet = pieces & _vrai(dossiers["assurance_valide"])
    return pd.DataFrame({"eligible": eligible, "complet": complet, "recevable": eligible & complet}, dtype=bool)


def a_demander(dossiers: pd.DataFrame, reglement: Reglement = REGLEMENT) -> pd.Series:
    """Ce qu'il faut demander à la famille pour compléter chaque dossier ; texte vide si le dossier est complet.

    Les pièces manquantes ne sont demandées que s'il en faut encore ; l'assurance, si elle n'est pas valide.
    """
    exiger_colonnes(dossiers, ("pieces_fournies", "pieces_manquantes", "assurance_valide"))
    trop_peu = ~pd.to_numeric(dossiers["pieces_fournies"]).ge(reglement.pieces_min)
    pieces = np.where(trop_peu, dossiers["pieces_manquantes"].astype(object), "")
    assurance = np.where(_vrai(dossiers["assurance_valide"]), "", "assurance scolaire valide")
    textes = [", ".join(t for t in couple if t) for couple in zip(pieces, assurance, strict=True)]
    return pd.Series(textes, index=dossiers.index, name="a_demander", dtype=object)


def autre_jour(
    dossiers: pd.DataFrame, jour: str, monde: Monde = MONDE_DU_COURS, hasard: Generator | None = None
) -> pd.DataFrame:
    """Les mêmes dossiers, déposés un autre jour : une nouvelle table, l'entrée n'est pas modifiée.

    Tout ce qui naît du jour (canal, heure, code_file, num_ticket) est tiré de nouveau pour ce jour ; le reste
    ne bouge pas. Un dossier déjà déposé ce jour-là reste tel quel. `hasard` : graine 0 par défaut.
    Lève `ValueError` si le jour est inconnu ou si une colonne manque.
    """
    m.exiger_jour(jour)
    exiger_monde(monde, m.Monde)
    exiger_colonnes(dossiers, ("jour_depot", "canal", "heure", "code_file", "num_ticket"))
    hasard = np.random.default_rng(0) if hasard is None else hasard
    exiger_generateur(hasard)
    copie = dossiers.copy()
    change = dossiers["jour_depot"].ne(jour).to_numpy(dtype=bool)
    tires = champs_du_jour(hasard, monde, np.full(len(dossiers), jour, dtype=object))
    for colonne, valeurs in zip(("canal", "heure", "code_file", "num_ticket"), tires, strict=True):
        copie[colonne] = np.where(change, valeurs, dossiers[colonne].to_numpy())
    copie["jour_depot"] = jour
    return copie


def _pieces_manquantes(hasard: Generator, fournies: np.ndarray) -> list[str]:
    noms = np.array(m.PIECES, dtype=object)
    return [", ".join(noms[np.sort(hasard.permutation(len(noms))[k:])]) for k in fournies]


def _vrai(colonne: pd.Series) -> pd.Series:
    return colonne.astype("boolean").fillna(False).astype(bool)
