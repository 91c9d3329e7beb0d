"""Les seuils du module 03 : ce que chacun mesure sur une réponse."""

from __future__ import annotations

from chatmairie.echecs.design.exercices import contre_exemple, equilibrer, reformuler, registre
from chatmairie.echecs.design.lisibilite import score
from chatmairie.juge.exercice import Reponse, Sujet
from outils.marges import Mesure


def _part_manquee(genres: tuple[str, ...]):
    def lire(sujet: Sujet, reponse: Reponse) -> float:
        return len(registre.manquees(sujet, reponse, genres)) / max(1, registre.total(sujet, genres))

    return lire


def _part_accusee(sujet: Sujet, reponse: Reponse) -> float:
    return len(registre.accuses(sujet, reponse)) / registre.honnetes_de(sujet)


def _score(_sujet: Sujet, reponse: Reponse) -> float:
    return score(reponse["texte"])


def _aide(_sujet: Sujet, reponse: Reponse) -> float:
    return max(contre_exemple.chances(reponse).values())


MESURES = (
    Mesure(
        "design.registre", "mots_et_tutoiement", "part des mots familiers et du tutoiement manqués",
        1 - registre.RAPPEL, _part_manquee(("simple", "tu")),
    ),
    Mesure(
        "design.registre", "deguisements", "part des mots déguisés manqués",
        1 - registre.RAPPEL, _part_manquee(("deguise",)),
    ),
    Mesure(
        "design.registre", "polis_epargnes", "part des réponses correctes accusées", registre.FAUSSES, _part_accusee
    ),
    Mesure(
        "design.contre_exemple", "score_excellent", "score de lisibilité", contre_exemple.EXCELLENT, _score,
        au_plus=False,
    ),
    Mesure(
        "design.contre_exemple", "n_aide_personne", "chance de réussir de la personne la mieux servie",
        contre_exemple.AIDE, _aide,
    ),
    Mesure(
        "design.reformuler", "courtois_et_clair", "phrases de la plus longue réponse", reformuler.PHRASES_MAX,
        lambda _s, r: float(max(map(len, r["codes"]), default=0)),
    ),
    Mesure(
        "design.equilibrer", "tous_compris", "part comprise de la façon d'écrire la moins comprise",
        equilibrer.COMPRIS, lambda s, r: float(equilibrer.comprises(s, r).min()), au_plus=False,
    ),
)  # fmt: skip
