"""Montrer les douze critères d'un exercice `*.ria31`, et les codes à relier."""

from __future__ import annotations

from chatmairie.affichage.cartes import Ensemble
from chatmairie.affichage.tableaux import Tableau
from chatmairie.echecs import catalogue
from chatmairie.echecs.commun.ria31 import CODES


def montrer_criteres(identifiant: str) -> Ensemble:
    """Les douze critères à relier (`identifiant` : « donnees.ria31 »…), et les codes des phrases, personnes et preuves.

    Lève `IdentifiantInconnu` si l'exercice n'existe pas, `ValueError` si ce n'est pas un exercice de ce genre.
    """
    from chatmairie.referentiel.lecture import charger

    catalogue.exercice(identifiant)
    if identifiant not in CODES:
        raise ValueError(f"« {identifiant} » n'est pas un exercice sur le référentiel : essayez « donnees.ria31 ».")
    vus, grille = CODES[identifiant], charger().criteres
    criteres = [
        {"Code": code, "Critère": grille[code].enonce, "Statut": grille[code].provenance.statut}
        for code in vus.criteres
    ]
    codes = (
        ("phrase", "Les phrases du récit", vus.phrases),
        ("personne", "Qui peut être lésé", vus.personnes),
        ("preuve", "Ce que l'on pourrait demander", vus.preuves),
    )
    return Ensemble(
        Tableau(
            criteres,
            legende="Douze critères. RIA31 est le référentiel de l'Institut du Numérique Responsable ; sauf mention "
            "« cité » ou « rapporté », les énoncés sont une formulation du cours, pas le texte officiel.",
        ),
        *(
            Tableau(
                [{"Code": code, legende: texte} for code, texte in table.items()], legende=f"{legende} (« {cle} »)."
            )
            for cle, legende, table in codes
        ),
    )
