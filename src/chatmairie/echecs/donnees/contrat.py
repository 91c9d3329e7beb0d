"""Le contrat de la table normalisée : ce que chaque colonne promet, vérifié par pandera, dit en français.

Un contrat vérifie la forme, pas la vérité : une archive pleine de clôtures automatiques le respecte.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import pandera.pandas as pa

from chatmairie.echecs.commun.exigences import exiger_colonnes
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.journal import TEXTES
from chatmairie.langue.phrases import remplir

Check = pa.Check
_AGENT_OU_PERSONNE = "|".join(["^$", *(f"^{code}$" for code in m.AGENTS_INSTRUCTEURS)])
_REGLES: dict[str, tuple[Any, Check | None]] = {
    "num_dossier": (str, Check.str_matches(r"^\d{4}-\d{5}$")),
    "id_enfant": (str, Check.str_matches("^E-")),
    "id_famille": (str, Check.str_matches("^F-")),
    "prenom": (str, None),
    "annee": (int, Check.isin(m.ANNEES_ARCHIVES)),
    "age": (int, Check.in_range(0, 18)),
    "jour_depot": (str, Check.isin(m.JOURS)),
    "heure": (float, Check.in_range(0, 23)),
    "canal": (str, Check.isin(m.CANAUX)),
    "code_file": (str, Check.str_matches("^[A-Z]$")),
    "num_ticket": (int, Check.ge(1)),
    "activite": (str, Check.isin(m.ACTIVITES)),
    "scolarise_commune": (bool, None),
    "pieces_fournies": (float, Check.in_range(0, len(m.PIECES))),
    "assurance_valide": (bool, None),
    "dans_les_delais": (bool, None),
    "parents_actifs": ("boolean", None),
    "quotient_familial": (float, Check.ge(0)),
    "pai_allergie": (bool, None),
    "type_famille": (str, Check.isin(m.TYPES_FAMILLE)),
    "instruit_par": (str, Check.str_matches(_AGENT_OU_PERSONNE)),
    "decision": (str, Check.isin(("accepte", "refuse"))),
    "motif": (str, None),
}
_INCONNUES = {"heure", "pieces_fournies", "parents_actifs", "quotient_familial"}
"""Les colonnes dont une case peut rester vide."""


def _promesse(nom: str) -> str:
    """Ce qui est attendu de cette colonne, dit en français."""
    listes = {"jours": m.JOURS, "canaux": m.CANAUX, "activites": m.ACTIVITES, "familles": m.TYPES_FAMILLE}
    return remplir(TEXTES["contrat"][nom], **{quoi: ", ".join(mots) for quoi, mots in listes.items()})


def _colonne(nom: str, genre: Any, regle: Check | None) -> pa.Column:
    vide, unique = nom in _INCONNUES, nom == "num_dossier"
    return pa.Column(genre, regle, nullable=vide, unique=unique, description=_promesse(nom))


CONTRAT = pa.DataFrameSchema({nom: _colonne(nom, *regle) for nom, regle in _REGLES.items()})


def verifier_contrat(table: pd.DataFrame) -> None:
    """Vérifie que la table respecte `CONTRAT` ; ne rend rien, ne modifie rien.

    Lève `ValueError`, en français, avec pour chaque colonne fautive ce qui était attendu et un exemple de
    ligne. Lève `TypeError` si ce n'est pas une table.
    """
    exiger_colonnes(table, tuple(CONTRAT.columns), "table à vérifier")
    try:
        CONTRAT.validate(table, lazy=True)
    except pa.errors.SchemaErrors as erreurs:
        constats = erreurs.failure_cases
    else:
        return
    phrases = [_phrase(table, str(colonne), cas) for colonne, cas in constats.groupby("column", sort=False)]
    raise ValueError("La table ne respecte pas le contrat.\n" + "\n".join(f"- {p}" for p in phrases))


def _phrase(table: pd.DataFrame, colonne: str, cas: pd.DataFrame) -> str:
    attendu = CONTRAT.columns[colonne].description
    lignes = cas["index"].dropna()
    if lignes.empty:  # le type de toute la colonne
        return f"Colonne « {colonne} » : attendu {attendu}. Reçu une colonne de type « {table[colonne].dtype} »."
    position = int(table.index.isin(lignes).argmax())  # la première ligne fautive, dans l'ordre de la table
    ligne, valeur = table.index[position], table[colonne].iloc[position]
    lu = "rien (une case vide)" if pd.isna(valeur) else f"« {valeur} »"
    combien = lignes.nunique()
    total = "1 ligne" if combien == 1 else f"{combien} lignes"
    return f"Colonne « {colonne} » : attendu {attendu}. Exemple, ligne {ligne} : {lu} ({total} en tout)."
