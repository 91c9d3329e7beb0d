"""Le contrat de la table normalisée : ce que chaque colonne promet, vérifié par pandera, dit en français.

Un contrat vérifie la forme, pas la vérité : une archive pleine de clôtures automatiques le respecte.
"""

from __future__ import annotations

import pandas as pd
import pandera.pandas as pa

from chatmairie.echecs.commun.exigences import exiger_colonnes
from chatmairie.echecs.donnees import monde as m

_AGENT_OU_PERSONNE = "|".join(["^$", *(f"^{code}$" for code in m.AGENTS_INSTRUCTEURS)])

# Colonne : (type, vérifications, ce qui est attendu, dit en français). `nullable` : la valeur peut être inconnue.
CONTRAT = pa.DataFrameSchema(
    {
        "num_dossier": pa.Column(
            str, pa.Check.str_matches(r"^\d{4}-\d{5}$"), unique=True, description="un numéro unique, « 2019-00042 »"
        ),
        "id_enfant": pa.Column(str, pa.Check.str_matches("^E-"), description="un identifiant « E-… »"),
        "id_famille": pa.Column(str, pa.Check.str_matches("^F-"), description="un identifiant « F-… »"),
        "prenom": pa.Column(str, description="un prénom"),
        "annee": pa.Column(int, pa.Check.isin(m.ANNEES_ARCHIVES), description="une année entière de 2018 à 2024"),
        "age": pa.Column(int, pa.Check.in_range(0, 18), description="un nombre entier d'années, de 0 à 18"),
        "jour_depot": pa.Column(str, pa.Check.isin(m.JOURS), description=f"un jour parmi : {', '.join(m.JOURS)}"),
        "heure": pa.Column(float, pa.Check.in_range(0, 23), nullable=True, description="une heure de 0 à 23, ou vide"),
        "canal": pa.Column(str, pa.Check.isin(m.CANAUX), description=f"un canal parmi : {', '.join(m.CANAUX)}"),
        "code_file": pa.Column(str, pa.Check.str_matches("^[A-Z]$"), description="une lettre majuscule"),
        "num_ticket": pa.Column(int, pa.Check.ge(1), description="un nombre entier à partir de 1"),
        "activite": pa.Column(
            str, pa.Check.isin(m.ACTIVITES), description=f"une activité parmi : {', '.join(m.ACTIVITES)}"
        ),
        "scolarise_commune": pa.Column(bool, description="vrai ou faux"),
        "pieces_fournies": pa.Column(
            float, pa.Check.in_range(0, len(m.PIECES)), nullable=True, description="de 0 à 5 pièces, ou vide"
        ),
        "assurance_valide": pa.Column(bool, description="vrai ou faux"),
        "dans_les_delais": pa.Column(bool, description="vrai ou faux"),
        "parents_actifs": pa.Column("boolean", nullable=True, description="vrai, faux ou vide"),
        "quotient_familial": pa.Column(
            float, pa.Check.ge(0), nullable=True, description="des euros par mois, à partir de 0, ou vide"
        ),
        "pai_allergie": pa.Column(bool, description="vrai ou faux"),
        "type_famille": pa.Column(
            str, pa.Check.isin(m.TYPES_FAMILLE), description=f"un mot parmi : {', '.join(m.TYPES_FAMILLE)}"
        ),
        "instruit_par": pa.Column(
            str, pa.Check.str_matches(_AGENT_OU_PERSONNE), description="un code d'agent (« AG-01 »…) ou un texte vide"
        ),
        "decision": pa.Column(str, pa.Check.isin(("accepte", "refuse")), description="« accepte » ou « refuse »"),
        "motif": pa.Column(str, description="un texte, vide s'il n'y a pas de motif"),
    }
)


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
