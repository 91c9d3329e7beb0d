"""Les demandes de 2025, le règlement appliqué tel qu'il est écrit, et « le même dossier, un autre jour »."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur, exiger_lignes
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, REGLEMENT, Monde, Reglement
from chatmairie.echecs.donnees.tirage import champs_du_jour, numeroter, tirer_demandes

COLONNES_DOSSIER = (
    "num_dossier", "id_enfant", "id_famille", "prenom", "annee", "age", "jour_depot", "heure", "canal",
    "code_file", "num_ticket", "activite", "scolarise_commune", "pieces_fournies", "assurance_valide",
    "dans_les_delais", "parents_actifs", "quotient_familial", "pai_allergie", "type_famille",
)  # fmt: skip


def tirer_dossiers(rng: Generator, monde: Monde = MONDE_DU_COURS, lignes: int = 2000) -> pd.DataFrame:
    """Tire `lignes` demandes de la rentrée 2025, propres, sans décision ni motif.

    Mêmes colonnes que l'archive normalisée, plus `pieces_manquantes` : noms des pièces (parmi les cinq de
    `monde.PIECES`) qui n'ont pas été fournies, séparés par « , », texte vide s'il n'en manque aucune.
    `age` en années au 1er septembre 2025, `heure` de 8 à 20, `quotient_familial` en euros par mois.
    À la mise en service, l'école n'apporte plus sa boîte : les enfants de l'âge du jour déposent tous les jours.
    """
    exiger_generateur(rng)
    m.exiger_monde(monde)
    exiger_lignes(lignes)
    table = tirer_demandes(rng, monde, (m.ANNEE_DES_DOSSIERS,), lignes, boite_de_l_ecole=False)
    table["num_dossier"] = numeroter(table)
    table = table.sort_values("num_dossier").reset_index(drop=True)[list(COLONNES_DOSSIER)]
    table["pieces_manquantes"] = _pieces_manquantes(rng, table["pieces_fournies"].to_numpy())
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
    dossiers: pd.DataFrame, jour: str, monde: Monde = MONDE_DU_COURS, rng: Generator | None = None
) -> pd.DataFrame:
    """Les mêmes dossiers, déposés un autre jour : une nouvelle table, l'entrée n'est pas modifiée.

    Tout ce qui naît du jour (canal, heure, code_file, num_ticket) est tiré de nouveau pour ce jour ; le reste
    ne bouge pas. Un dossier déjà déposé ce jour-là reste tel quel. `rng` : graine 0 par défaut.
    Lève `ValueError` si le jour est inconnu ou si une colonne manque.
    """
    m.exiger_jour(jour)
    m.exiger_monde(monde)
    exiger_colonnes(dossiers, ("jour_depot", "canal", "heure", "code_file", "num_ticket"))
    rng = np.random.default_rng(0) if rng is None else rng
    exiger_generateur(rng)
    copie = dossiers.copy()
    change = dossiers["jour_depot"].ne(jour).to_numpy(dtype=bool)
    tires = champs_du_jour(rng, monde, np.full(len(dossiers), jour, dtype=object))
    for colonne, valeurs in zip(("canal", "heure", "code_file", "num_ticket"), tires, strict=True):
        copie[colonne] = np.where(change, valeurs, dossiers[colonne].to_numpy())
    copie["jour_depot"] = jour
    return copie


def _pieces_manquantes(rng: Generator, fournies: np.ndarray) -> list[str]:
    noms = np.array(m.PIECES, dtype=object)
    return [", ".join(noms[np.sort(rng.permutation(len(noms))[k:])]) for k in fournies]


def _vrai(colonne: pd.Series) -> pd.Series:
    return colonne.astype("boolean").fillna(False).astype(bool)
