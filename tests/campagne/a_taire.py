"""Ce que les messages du carnet 42 ne doivent pas souffler, exercice par exercice."""

from __future__ import annotations

from chatmairie.echecs.campagne.exercices.ria31 import LIENS
from chatmairie.echecs.campagne.rejeu import rejouer

A_TAIRE = {
    "campagne.personnes": lambda: set(rejouer(2026).journal["ligne"]),
    "campagne.ria31": lambda: set(LIENS),
    "campagne.publier": lambda: {"valide_par", "public_et_valide", "marque_public"},
    "campagne.consentir": lambda: {"dernier_mot_ce_canal", "drop_duplicates", "sort_values", "contacts_en_double"},
    "campagne.composer": lambda: {"gouts_declares", "isin(", "iloc"},
    "campagne.valider": lambda: {"groupby", "un_de_chaque_genre", "personne_habilitee_et_horaires"},
    "campagne.incident": lambda: {"garder_les_preuves", "apres_avoir_su", "tous_les_exposes", "chercher_la_cause"},
}
