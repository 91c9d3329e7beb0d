"""Les seuils du bilan : ce que chacun mesure sur une réponse."""

from __future__ import annotations

from chatmairie.echecs.bilan.exercices import desactiver, refaire
from chatmairie.juge.exercice import Reponse, Sujet
from outils.marges import Mesure


def _moindre_ouverture(sujet: Sujet, reponse: Reponse) -> float:
    return min(refaire.part_ouverte(sujet, [c]) for c in reponse["conditions"])


MESURES = (
    Mesure(
        "bilan.desactiver", "plus_de_nouveaux_torts", "nouveaux torts, en jours ordinaires",
        desactiver.JOURS_DE_TORTS_MAX, desactiver.jours_de_torts,
    ),
    Mesure(
        "bilan.desactiver", "personne_sans_service", "demandes sans service, en jours ordinaires",
        desactiver.JOURS_SANS_SERVICE_MAX, desactiver.jours_sans_service,
    ),
    Mesure(
        "bilan.desactiver", "retrouver_les_gens", "part des actes partis qui ont servi contre leur titulaire",
        desactiver.PART_DE_FRAUDES_MAX, desactiver.part_de_fraudes,
    ),
    Mesure(
        "bilan.refaire", "trois_conditions_tiennent", "part des services sains qu'une condition laisse rouvrir",
        refaire.OUVERTS_MIN, _moindre_ouverture, au_plus=False,
    ),
)  # fmt: skip
