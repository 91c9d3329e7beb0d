"""Ce que les messages du carnet 41 ne doivent pas souffler, exercice par exercice."""

from __future__ import annotations

from chatmairie.echecs.acte.exercices.ria31 import LIENS
from chatmairie.echecs.acte.rejeu import rejouer

A_TAIRE = {
    "acte.personnes": lambda: set(rejouer(2026).journal["ligne"]),
    "acte.ria31": lambda: set(LIENS),
    "acte.politique": lambda: {"franceconnect_plus", "piece_au_guichet", "courrier_justifie", "moyen_verifie"},
    "acte.regler_code": lambda: {"contact_verifie", "guichet_et_courrier", "dix minutes", "6 chiffres et"},
    "acte.notifier": lambda: {"Connectez-vous pour le lire"},
}
