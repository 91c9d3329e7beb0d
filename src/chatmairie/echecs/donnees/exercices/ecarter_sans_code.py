"""`donnees.ecarter` sans code : les décisions possibles, les tentantes comprises, et ce qu'elles font."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from chatmairie.echecs.donnees.exercices._commun import CLE, MOTIF_ABROGE
from chatmairie.juge.exercice import CheminSansCode, Option, Productions

_LIGNES = {
    "personne_n_a_instruit": "les lignes qu'aucun agent n'a instruites",
    "critere_abandonne": "les refus pour « parents sans activité »",
    "tout_le_jour": "toutes les lignes du jour où l'on refuse le plus",
    "avant_2024": "tout ce qui est avant 2024 : trop vieux",
    "case_vide": "les lignes où une case est vide",
    "dossiers_incomplets": "les refus pour dossier incomplet",
}
_DOUBLES = {
    "premiere_ligne": "la première ligne du dossier",
    "derniere_vraie_decision": "la dernière ligne qui n'est pas écartée",
    "une_ligne_par_enfant": "la dernière ligne de chaque enfant",
    "tout_garder": "toutes les lignes",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def ecarter(archives: pd.DataFrame) -> pd.DataFrame:
        refus = archives["decision"].eq("refuse")
        pire = refus.groupby(archives["jour_depot"]).mean().idxmax()
        masques = {
            "personne_n_a_instruit": archives["instruit_par"].eq(""),
            "critere_abandonne": refus & archives["motif"].eq(MOTIF_ABROGE),
            "tout_le_jour": archives["jour_depot"].eq(pire),
            "avant_2024": archives["annee"].lt(2024),
            "case_vide": archives.drop(columns=["motif", "instruit_par"]).isna().any(axis=1),
            "dossiers_incomplets": refus & archives["motif"].eq("DOSSIER INCOMPLET"),
        }
        rendu = archives.assign(raison_ecart="")
        for nom in decisions["lignes"]:
            rendu.loc[masques[nom], "raison_ecart"] = _LIGNES[nom]
        return rendu

    def rapprocher(table: pd.DataFrame) -> pd.DataFrame:
        vraies = table[table["raison_ecart"].eq("")]
        return {
            "premiere_ligne": lambda: table.drop_duplicates(CLE, keep="first"),
            "derniere_vraie_decision": lambda: vraies.drop_duplicates(CLE, keep="last"),
            "une_ligne_par_enfant": lambda: vraies.drop_duplicates("id_enfant", keep="last"),
            "tout_garder": lambda: table,
        }[decisions["doubles"]]()

    return {"ecarter": ecarter, "rapprocher": rapprocher}


CHEMIN = CheminSansCode(
    options={
        "lignes": Option("Quelles lignes ne sont pas des décisions dont on peut apprendre ?", _LIGNES, plusieurs=True),
        "doubles": Option("Quand une demande a plusieurs lignes, laquelle garder ?", _DOUBLES),
    },
    produire=_produire,
    exemple='ecarter, rapprocher = choisir("donnees.ecarter", lignes=["…"], doubles="…")',
)
