"""Les seuils du carnet 41 : ce que chacun mesure sur une réponse."""

from __future__ import annotations

import math

import numpy as np

from chatmairie.acte.delivrance import suivre
from chatmairie.acte.exercices import minimiser, politique, regler_code
from chatmairie.acte.reglage import chance_du_devineur, chance_sans_telephone, part_dehors
from chatmairie.exercice import Reponse, Sujet
from outils.marges import Mesure


def _abouties(sujet: Sujet, reponse: Reponse) -> float:
    utiles = [
        (d, set(c)) for d, c in zip(sujet.verite["demandes"], reponse["champs"], strict=True) if d["besoin_d_un_acte"]
    ]
    return sum(set().union(*minimiser.champs_de_la_fiche(d)) <= c for d, c in utiles) / len(utiles)


def _attaquant_le_plus_heureux(sujet: Sujet, reponse: Reponse) -> float:
    obtenus: dict[str, list[bool]] = {}
    for demande, decision in zip(sujet.verite["demandes"], reponse["decisions"], strict=True):
        if demande["genre"] == "attaque":
            obtenus.setdefault(demande["attaquant"], []).append(suivre(demande, decision).servi)
    return max(sum(v) / len(v) for v in obtenus.values())


def _pire_situation(sujet: Sujet, reponse: Reponse) -> float:
    return min(politique.parts_par_situation(sujet, reponse).values())


def _lu(sujet: Sujet, reponse: Reponse) -> float:
    return max(chance_sans_telephone(reponse["reglage"], a) for a in sujet.verite["attaquants"])


def _devine(_sujet: Sujet, reponse: Reponse) -> float:
    return 1000 * chance_du_devineur(reponse["reglage"])


def _bloques(sujet: Sujet, reponse: Reponse) -> float:
    return max(regler_code.bloques(sujet, reponse["reglage"]).values())


def _dehors(sujet: Sujet, reponse: Reponse) -> float:
    rng = np.random.default_rng(sujet.verite["graine"])
    parts = (part_dehors(rng, reponse["reglage"], s, regler_code.PERSONNES) for s in ("sans_telephone", "etranger"))
    return max(parts, default=math.nan)


MESURES = (
    Mesure(
        "acte.minimiser", "presque_tous_servis", "part des demandes qui aboutissent",
        minimiser.PART_UTILE, _abouties, au_plus=False,
    ),
    Mesure(
        "acte.politique", "attaques_arretees", "actes obtenus par l'attaquant le plus heureux (part)",
        politique.PART_ATTAQUE, _attaquant_le_plus_heureux,
    ),
    Mesure(
        "acte.politique", "chaque_situation", "ayants droit servis, situation la moins bien servie (part)",
        politique.PART_SITUATION, _pire_situation, au_plus=False,
    ),
    Mesure(
        "acte.regler_code", "qui_sait", "codes lus sans tenir le téléphone (part)",
        regler_code.LU_MAX, _lu,
    ),
    Mesure(
        "acte.regler_code", "qui_devine", "chances sur mille de deviner, sur cent demandes",
        1000 * regler_code.DEVINER_MAX, _devine,
    ),
    Mesure(
        "acte.regler_code", "a_temps", "gens bloqués, situation la moins bien servie (part)",
        regler_code.BLOQUES_MAX, _bloques,
    ),
    Mesure(
        "acte.regler_code", "autre_voie", "gens sans aucune voie (part)",
        regler_code.DEHORS_MAX, _dehors,
    ),
)  # fmt: skip
