"""Ce que l'on bouge : une manette, mince."""

from __future__ import annotations

from chatmairie.affichage.widgets import Choix, Curseur, Manette
from chatmairie.echecs.bilan.figures import heures_deplacees


def manette_heures() -> Manette:
    """« Et si la machine faisait gagner plus ? » : les minutes supposées bougent, le solde suit."""
    return Manette(
        {
            "gain": Curseur("Minutes gagnées par geste", 0, 300, 10, 100, "% de l'hypothèse"),
            "reparation": Curseur("Minutes pour réparer", 0, 300, 10, 100, "% de l'hypothèse"),
            "service": Choix("Service", ["de l'histoire", "réparé"], "de l'histoire"),
        },
        heures_deplacees,
        titre="Un temps fou ?",
    )
