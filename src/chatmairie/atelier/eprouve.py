"""Éprouver une réponse : le même juge sur beaucoup de mondes frais, le pire d'abord."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from chatmairie.juge import jugement
from chatmairie.juge.exercice import Exercice

DETAILS_MAX = 5


def eprouver_sur(exercice: Exercice, productions: Mapping[str, Any], mondes: int, graine: int, secondes: float) -> Any:
    """Juge sur `mondes` mondes, s'arrête proprement après `secondes` avec les mondes vus (un au moins).

    Rend un objet d'affichage. Lève `ValueError` si les productions ne sont pas celles de l'exercice.
    """
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.affichage.tableaux import Tableau
    from chatmairie.atelier.cartes_de_jugement import carte_du_jugement

    fin = time.monotonic() + secondes
    vus, manques = 0, []
    for nom, sujet in jugement.sujets_au_hasard(exercice, mondes, graine):
        rendu = jugement.juger(exercice, productions, [sujet])
        if rendu.verdict.statut == "non traité" or rendu.execution is not None:
            return carte_du_jugement(exercice, rendu, mode="verifier", sujets="publics", indices_lus=0)
        vus += 1
        if rendu.verdict.echecs:
            pire = max(rendu.verdict.echecs, key=lambda e: (e.constat.leses, e.points))
            manques.append((rendu.verdict.points_max - rendu.verdict.points, pire, nom))
        if time.monotonic() >= fin:
            break
    arret = ""
    if vus < mondes:
        arret = f" Arrêt après {secondes:.0f} secondes : {_compte(mondes - vus)} sur {mondes} à voir encore."
    if not manques:
        return CarteTexte(
            f"Votre réponse tient dans {_compte(vus)} sur {vus}",
            "Personne n'y est lésé au-delà des limites de l'exercice. D'autres mondes existent : "
            f"essayez une autre `graine`.{arret}",
        )
    manques.sort(key=lambda m: (-m[1].constat.leses, -m[0], m[2]))
    lignes = [
        {
            "Monde": nom,
            "Qui est lésé": pire.constat.phrase,
            "Ce qui a été observé": pire.constat.observe,
            "Points perdus": perdu,
        }
        for perdu, pire, nom in manques[:DETAILS_MAX]
    ]
    return Tableau(
        lignes,
        legende=f"Votre réponse tient dans {_compte(vus - len(manques))} sur {vus}. Les pires d'abord.{arret}",
    )


def _compte(mondes: int) -> str:
    return f"{mondes} monde{'s' if mondes > 1 else ''}"
