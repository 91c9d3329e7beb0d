"""Ce que les messages du module 03 ne doivent pas souffler, exercice par exercice."""

from __future__ import annotations

from chatmairie.echecs.design.exercices.ria31 import LIENS
from chatmairie.echecs.design.rejeu import rejouer

A_TAIRE = {
    "design.personnes": lambda: set(rejouer(2026).journal["ligne"]),
    "design.ria31": lambda: set(LIENS),
    "design.registre": lambda: {r"\b", "finditer", "translate"},
    "design.contre_exemple": lambda: {"On a bien lu", "nickel"},
    "design.reformuler": lambda: {"assistant automatique", "bonne_journee", "ia_relue"},
    "design.equilibrer": lambda: {"drop_duplicates", ".map(", "claire_du_besoin"},
}
