RIA31 = [
    {"critere": "CM-STR-07", "phrase": "R3", "personne": "agente", "preuve": "formation"},
    {"critere": "CM-UX-02", "phrase": "R4", "personne": "lecteur_ecran", "preuve": "essais_reels"},
    {"critere": "CM-CAD-01", "phrase": "R5", "personne": "apprenante", "preuve": "cadrage"},
]
