"""Du jugement à la carte : la phrase d'abord, puis qui est lésé, puis ce que le code a fait."""

from __future__ import annotations

import linecache
from typing import Any

from chatmairie.exercice import Exercice
from chatmairie.execution import SaisieInterdite
from chatmairie.jugement import LIMITE_S, Jugement


def carte_du_jugement(exercice: Exercice, rendu: Jugement, *, mode: str, sujets: str, indices_lus: int) -> Any:
    """La carte à montrer : le verdict, ou l'erreur du code de l'apprenant, racontée avec sa ligne."""
    from chatmairie.affichage import CarteErreur, CarteVerdict

    if rendu.execution is not None:
        return CarteErreur(
            titre=exercice.titre,
            explication=_explication(rendu),
            monde=rendu.monde,
            points_max=exercice.points,
        )
    return CarteVerdict(
        rendu.verdict,
        titre=exercice.titre,
        total_tests=len(exercice.controles),
        mode=mode,
        indice_suivant=_aide(exercice, indices_lus) if rendu.verdict.statut != "réussi" else None,
        criteres=_enonces(exercice),
        libelles={c.code: c.libelle or c.code.replace("_", " ") for c in exercice.controles},
        caches=sujets == "notation",
    )


CRITERES_MONTRES = 3


def _enonces(exercice: Exercice) -> dict[str, str]:
    """Les critères travaillés, avec leur énoncé (trois au plus ; le référentiel n'est lu qu'à ce moment)."""
    from chatmairie.referentiel import charger

    grille = charger().criteres
    return {c: f"{c} : {grille[c].enonce}" for c in exercice.criteres[:CRITERES_MONTRES] if c in grille}


def _aide(exercice: Exercice, lus: int) -> str:
    if lus < 3:
        return f'Coincé ? indice("{exercice.identifiant}") donne l\'indice {lus + 1} sur 3, sans coûter de points.'
    return (
        f'Vous avez lu les trois indices. indice("{exercice.identifiant}", 1) les remontre ; si vous travaillez seul, '
        f'corrige("{exercice.identifiant}", confirmer=True).'
    )


def _explication(rendu: Jugement) -> Any:
    from chatmairie.affichage import Explication, expliquer_erreur

    assert rendu.execution is not None
    if rendu.execution.temps_depasse:
        return Explication(
            nom="Temps dépassé",
            phrase=f"Votre code n'avait pas fini après {LIMITE_S:.0f} secondes ; il a été arrêté, sans rien abîmer.",
            essayer="Cherchez une boucle qui ne finit pas (`while`), ou une boucle sur toutes les lignes : "
            "une opération sur la colonne entière suffit souvent.",
            ligne=None,
            code="",
        )
    erreur = rendu.execution.erreur
    if isinstance(erreur, SaisieInterdite):
        return Explication("input()", str(erreur), "Utilisez les données que la fonction reçoit.", None, "")
    if isinstance(erreur, SystemExit):
        return Explication(
            "sys.exit()", "Votre code demande à Python de s'arrêter ; il a été arrêté, sans rien abîmer.",
            "Terminez la fonction par `return`.", None, "",
        )
    return expliquer_erreur(erreur, source=_source(erreur))


def _source(erreur: BaseException | None) -> list[str] | None:
    """Le texte de la cellule où l'erreur s'est produite (IPython le garde dans `linecache`)."""
    trace = erreur.__traceback__ if erreur else None
    lignes = None
    while trace is not None:
        fichier = trace.tb_frame.f_code.co_filename
        if "chatmairie" not in fichier and "site-packages" not in fichier:
            lignes = linecache.getlines(fichier) or lignes
        trace = trace.tb_next
    return lignes
