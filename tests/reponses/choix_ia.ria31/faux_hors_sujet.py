RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R2", "personne": "petite_entreprise", "preuve": "grille_offres"},
    {"critere": "CM-UI-05", "phrase": "R7", "personne": "sans_ecran", "preuve": "autre_voie"},
]
