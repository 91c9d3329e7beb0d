"""Ce que les messages du module 02 ne doivent pas souffler, exercice par exercice."""

from __future__ import annotations

from chatmairie.echecs import catalogue
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS
from chatmairie.echecs.donnees.rejeu import rejouer
from chatmairie.juge import jugement


def _cause() -> set[str]:
    sujets = jugement.sujets_de_notation(catalogue.exercice("donnees.enqueter"))
    return {"code_file", "num_ticket", *(s.verite["motif"] for s in sujets)}


A_TAIRE = {
    "donnees.enqueter": _cause,
    "donnees.ecarter": lambda: {MONDE_DU_COURS.motif_cloture, "PARENTS SANS ACTIVITE"},
    "donnees.colonnes": lambda: {"scolarise_commune", "dans_les_delais", "pieces_fournies", "assurance_valide"},
    "donnees.personnes": lambda: set(rejouer(2026).journal["ligne"]),
    "donnees.ria31": lambda: {
        "taux_par_groupe", "lignes_ecartees", "entretien", "CM-SOC-01", "CM-SOC-02", "CM-SOC-04",
    },
}  # fmt: skip
