"""« Rejouons » : faire tourner les réponses de l'apprenant, et dire ce qui empêche de rejouer. Rien n'est noté ici."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from chatmairie.juge.execution import executer
from chatmairie.juge.exercice import FormeInattendue
from chatmairie.juge.formes import non_traitee
from chatmairie.juge.jugement import LIMITE_S

T = TypeVar("T")


def ce_qui_manque(pieces: Mapping[str, Any]) -> str:
    """La phrase qui nomme les réponses pas encore écrites, dans l'ordre de `pieces` ; vide s'il n'en manque pas."""
    absentes = [nom for nom, piece in pieces.items() if non_traitee(piece)]
    return "Pour rejouer, écrivez d'abord : " + ", ".join(f"`{n}`" for n in absentes) + "." if absentes else ""


def rejouer_avec_les_reponses(pieces: Mapping[str, Any], repare: Callable[[], T]) -> tuple[T | None, str]:
    """Ce que rend `repare()` avec ces réponses, et une phrase vide ; ou None, et la phrase qui dit pourquoi.

    pieces : nom -> réponse. Ne lève rien de ce que lève le code de l'apprenant ; il a `LIMITE_S` secondes en tout.
    """
    manque = ce_qui_manque(pieces)
    if manque:
        return None, manque
    execution = executer(repare, LIMITE_S)
    if execution.temps_depasse:
        return None, f"Vos réponses n'avaient pas fini après {LIMITE_S:.0f} secondes de calcul : le rejeu s'arrête là."
    if execution.erreur is not None:
        return None, f"Le rejeu s'arrête. {_pourquoi(execution.erreur)} Vérifiez d'abord chaque exercice, plus haut."
    return execution.valeur, ""


def _pourquoi(erreur: BaseException) -> str:
    """L'erreur, racontée en français, avec la fonction de la personne où elle s'est produite."""
    from chatmairie.affichage.erreurs import expliquer_erreur

    if isinstance(erreur, FormeInattendue):
        return str(erreur)
    dite = expliquer_erreur(erreur)
    return f"Dans `{dite.fonction}` : {dite.phrase[0].lower()}{dite.phrase[1:]}" if dite.fonction else dite.phrase
