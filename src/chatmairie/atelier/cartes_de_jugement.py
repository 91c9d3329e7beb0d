"""Du jugement à la carte : la phrase d'abord, puis qui est lésé, puis ce que le code a fait."""

from __future__ import annotations

from typing import Any, Literal

from chatmairie.juge.execution import Execution, SaisieInterdite
from chatmairie.juge.exercice import Exercice
from chatmairie.juge.jugement import Jugement
from chatmairie.langue.texte import nombre


def carte_du_jugement(
    exercice: Exercice, rendu: Jugement, *, mode: Literal["verifier", "noter"], sujets: str, indices_lus: int
) -> Any:
    """La carte à montrer : le verdict, ou l'erreur du code de l'apprenant, racontée avec sa ligne."""
    from chatmairie.affichage.cartes import CarteTexte, Ensemble
    from chatmairie.atelier.verdict import CarteErreur, CarteVerdict

    if rendu.execution is None:
        return CarteVerdict(
            rendu.verdict,
            titre=exercice.titre,
            total_tests=len(exercice.controles),
            mode=mode,
            indice_suivant=_aide(exercice, indices_lus) if rendu.verdict.statut != "réussi" else None,
            criteres=_enonces(exercice) if rendu.verdict.statut == "réussi" else {},
            libelles={c.code: c.libelle or c.code.replace("_", " ") for c in exercice.controles},
            caches=sujets == "notation",
        )
    dite = expliquer_l_execution(rendu.execution)
    carte = CarteErreur(titre=exercice.titre, explication=dite, monde=rendu.monde, points_max=exercice.points)
    if not rendu.verdict.avis:
        return carte
    return Ensemble(carte, CarteTexte("Avant de s'arrêter", "\n".join(rendu.verdict.avis)), nom=exercice.titre)


CRITERES_MONTRES = 3


def _enonces(exercice: Exercice) -> dict[str, str]:
    """Les critères travaillés, avec leur énoncé (trois au plus) ; le référentiel n'est lu qu'à ce moment."""
    if exercice.productions == ("RIA31",):  # la personne vient de choisir les siens : en citer d'autres l'égarerait
        return {}
    montres = exercice.criteres[:CRITERES_MONTRES]
    if not montres:
        return {}
    from chatmairie.referentiel.lecture import charger

    try:
        grille = charger().criteres
    except (OSError, ValueError):  # un référentiel absent ou abîmé prive d'un énoncé, pas de ses points
        return {c: c for c in montres}
    return {c: f"{c}, {grille[c].enonce}" for c in montres if c in grille}


def _aide(exercice: Exercice, lus: int) -> str:
    if lus < 3:
        suivant = f"l'indice {lus + 1} sur 3, sans coûter de points"
        return f'Besoin d\'aide ? indice("{exercice.identifiant}") donne {suivant}.'
    return (
        f'Vous avez lu les trois indices. `indice("{exercice.identifiant}", 1)` les remontre ; '
        f'si vous travaillez sans formateur, `corrige("{exercice.identifiant}", confirmer=True)`.'
    )


def _temps_depasse(execution: Execution) -> Any:
    """Ce qu'il a pris et ce qui lui était permis : un temps de calcul, ou, s'il dort, un temps d'attente."""
    from chatmairie.affichage.erreurs import Explication

    permis, pris = nombre(execution.limite, 1), nombre(execution.calcul, 1)
    if execution.calcul < execution.limite:
        pourquoi = f"il attendait sans calculer ({pris} s de calcul sur {permis} permises)."
        essayer = "Cherchez ce qu'il attend (`sleep`, le réseau, un verrou) : une réponse n'en a pas besoin."
    else:
        pourquoi = (
            f"{pris} s de calcul dans un seul monde, pour {permis} permises. La lenteur de la machine n'y est pas."
        )
        essayer = (
            "Cherchez une boucle qui ne finit pas (`while`), ou une boucle sur toutes les lignes : "
            "une opération sur la colonne entière suffit souvent."
        )
    return Explication("Temps dépassé", f"Votre code a été arrêté, sans rien abîmer : {pourquoi}", essayer)


def expliquer_l_execution(execution: Execution) -> Any:
    """L'erreur (ou le temps dépassé) du code de la personne, racontée."""
    if execution.temps_depasse:
        return _temps_depasse(execution)
    erreur = execution.erreur
    if (dite := getattr(erreur, "explication", None)) is not None:  # une erreur venue d'un autre processus
        return dite
    assert erreur is not None
    return expliquer_le_code(erreur)


def expliquer_le_code(erreur: BaseException) -> Any:
    """L'erreur qu'a levée le code de la personne, racontée."""
    from chatmairie.affichage.erreurs import Explication, expliquer_erreur

    if isinstance(erreur, SaisieInterdite):
        return Explication("input()", str(erreur), "Utilisez les données que la fonction reçoit.")
    if isinstance(erreur, SystemExit):
        return Explication(
            "sys.exit()", "Votre code demande à Python de s'arrêter ; il a été arrêté, sans rien abîmer.",
            "Terminez la fonction par `return`.",
        )  # fmt: skip
    return expliquer_erreur(erreur)
