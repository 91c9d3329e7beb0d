"""Les seuils du module 01 : ce que chacun mesure sur une réponse."""

from __future__ import annotations

import math

from chatmairie.echecs.choix_ia.exercices import cadrer, eliminer, ponderer
from chatmairie.echecs.choix_ia.mecanisme import jour_d_arret, lire_condition
from chatmairie.juge.exercice import Reponse, Sujet
from chatmairie.langue.mots import sans_accents
from outils.marges import Mesure


def _raison(_sujet: Sujet, reponse: Reponse) -> float:
    lues = [ligne["raison"] for ligne in reponse["offres"] if ligne["statut"] != "admise" and ligne["raison"]]
    return min((len(sans_accents(r).replace(" ", "")) for r in lues), default=math.nan)


def _arrets_a_tort(sujet: Sujet, reponse: Reponse) -> float:
    condition = lire_condition(reponse["arret"])
    return float(sum(jour_d_arret(d, condition) is not None for d in sujet.verite["sains"]))


def _publics_caches(sujet: Sujet, reponse: Reponse) -> float:
    return float(len(cadrer.publics_caches(sujet, lire_condition(reponse["arret"]))))


MESURES = (
    Mesure(
        "choix_ia.eliminer", "raisons_lisibles", "lettres de la raison la plus courte",
        eliminer.LETTRES_D_UNE_RAISON, _raison, au_plus=False,
    ),
    Mesure(
        "choix_ia.ponderer", "cout_complet", "coût complet du gagnant, sur celui du meilleur",
        ponderer.SURCOUT_MAX, ponderer.surcout,
    ),
    Mesure(
        "choix_ia.cadrer", "arret_a_temps", "demandes perdues avant l'arrêt, sur celles sans condition",
        cadrer.PART_MAX, cadrer.part_perdue,
    ),
    Mesure(
        "choix_ia.cadrer", "pas_d_arret_a_tort", f"services sains arrêtés, sur {cadrer.SAINS}",
        cadrer.ARRETS_A_TORT_MAX, _arrets_a_tort,
    ),
    Mesure(
        "choix_ia.cadrer", "aucun_public_cache", "publics laissés dehors sans que rien ne sonne (un seul est de trop)",
        1, _publics_caches,
    ),
)  # fmt: skip
