"""Le jugement en données : ce que la carte dit, pour le retour à l'élève et le tableau de bord de la classe.

Ces données accompagnent la carte dans la sortie de la cellule notée (métadonnées « chatmairie »). Elles citent ce que
l'élève a écrit (ses lignes, ses messages d'erreur) : on les lit comme un texte de sa main, jamais comme une note.
"""

from __future__ import annotations

from typing import Any

from chatmairie.juge import jugement
from chatmairie.juge.exercice import Exercice
from chatmairie.juge.jugement import Jugement

CLE = "chatmairie"
VERSION = 1


def compte_rendu(exercice: Exercice, rendu: Jugement) -> dict[str, Any]:
    """Le jugement en données JSON : statut, contrôles réussis, échecs (contrôle, famille, phrases), erreur du code."""
    v = rendu.verdict
    return {
        "version": VERSION,
        "exercice": exercice.identifiant,
        "statut": v.statut,
        "points": float(v.points),
        "message": v.message,
        "reussis": list(v.reussis),
        "echecs": [
            {
                "controle": e.controle,
                "famille": e.constat.famille,
                "phrase": e.constat.phrase,
                "observe": e.constat.observe,
                "essayer": e.constat.essayer,
                "monde": e.monde,
            }
            for e in v.echecs
        ],
        "avis": list(v.avis),
        "erreur": _erreur(rendu),
        "calcul": {"utilise": round(rendu.calcul, 2), "limite": jugement.LIMITE_S},
    }


def _erreur(rendu: Jugement) -> dict[str, Any] | None:
    if rendu.execution is None:
        return None
    from chatmairie.atelier.cartes_de_jugement import expliquer_l_execution

    dite = expliquer_l_execution(rendu.execution)
    return {
        "nom": dite.nom,
        "phrase": dite.phrase,
        "essayer": dite.essayer,
        "ligne": dite.ligne,
        "code": dite.code.strip(),
        "monde": rendu.monde,
    }
