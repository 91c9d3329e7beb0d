"""Ce que les messages du module 01 ne doivent pas souffler, exercice par exercice."""

from __future__ import annotations

from chatmairie.echecs.choix_ia.exercices.ria31 import LIENS
from chatmairie.echecs.choix_ia.rejeu import rejouer

A_TAIRE = {
    "choix_ia.personnes": lambda: set(rejouer(2026).journal["ligne"]),
    "choix_ia.ria31": lambda: set(LIENS),
    "choix_ia.eliminer": lambda: {"sans_suite", "a_completer", "isna", "petite_inconnue", "juste_au_plancher"},
    "choix_ia.ponderer": lambda: {"methodo", "rgpd_ethique", "40", "30 %"},
    "choix_ia.alerter": lambda: {"0.5", "0,5", "45 %"},
    "choix_ia.cadrer": lambda: {"pire_public", "0.3", "trois jours"},
    "choix_ia.frugalite": lambda: {"idxmin", "energie_wh_pour_1000", "sobre_parmi_suffisantes"},
}
