"""Les seuils du carnet 41 : ce que chacun mesure sur une réponse."""

from __future__ import annotations

from chatmairie.echecs.acte.exercices import minimiser, regler_code
from chatmairie.echecs.acte.mecanisme import chance_du_devineur, chance_sans_telephone
from chatmairie.juge.exercice import Reponse, Sujet
from outils.marges import Mesure


def _abouties(sujet: Sujet, reponse: Reponse) -> float:
    utiles = [
        (d, set(c)) for d, c in zip(sujet.verite["demandes"], reponse["champs"], strict=True) if d["besoin_d_un_acte"]
    ]
    return sum(set().union(*minimiser.champs_de_la_fiche(d)) <= c for d, c in utiles) / len(utiles)


def _lu(sujet: Sujet, reponse: Reponse) -> float:
    return max(chance_sans_telephone(reponse["reglage"], a) for a in sujet.verite["attaquants"])


def _devine(_sujet: Sujet, reponse: Reponse) -> float:
    return 1000 * chance_du_devineur(reponse["reglage"])


def _bloques(sujet: Sujet, reponse: Reponse) -> float:
    return max(regler_code.bloques(sujet, reponse["reglage"]).values())


MESURES = (
    Mesure(
        "acte.minimiser", "presque_tous_servis", "part des demandes qui aboutissent",
        minimiser.PART_UTILE, _abouties, au_plus=False,
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
)  # fmt: skip
