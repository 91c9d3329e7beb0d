"""Les paris du bilan : deux idées tentantes, avant de les rejouer. Jamais notés."""

from __future__ import annotations

from typing import Any

from chatmairie.juge.exercice import Prevision


def _une_seule_porte(idees: Any) -> str:
    demandes = idees.ville.demandes_par_jour * 30
    part = round(100 * idees.guichet.dehors / demandes)
    absents = idees.guichet.sans_service["sans_deplacement"]
    return (
        f"{idees.guichet.dehors} demandes sans réponse en trente jours ({part} sur 100) : le guichet ne suffit pas au "
        f"nombre, "
        f"et {absents} viennent de personnes qui ne peuvent pas se déplacer."
    )


def _effacer(idees: Any) -> str:
    suite, ville = idees.effacer, idees.ville
    return (
        f"non : sans journaux ni listes, {suite.refusees} familles refusées à tort sur {ville.refusees} ne retrouvent "
        f"pas leur "
        f"place, et {suite.non_prevenus} titulaires d'un acte parti sur {ville.actes_partis} ne seront jamais prévenus."
    )


PARIS = (
    Prevision(
        "bilan.une_porte",
        "On éteint tout ce soir, et un guichet renforcé, annoncé à tous, ouvre demain à 8 h. Sur 100 demandes des "
        "trente jours "
        "suivants, combien resteront sans réponse ?",
        None,
        _une_seule_porte,
    ),
    Prevision(
        "bilan.effacer",
        "On éteint tout, et l'on efface ce soir toutes les données, pour protéger tout le monde. Cela suffira-t-il ?",
        {
            "oui": "Oui : plus de données, plus de tort.",
            "non": "Non.",
            "je ne sais pas": "Je ne sais pas.",
        },
        _effacer,
    ),
)
