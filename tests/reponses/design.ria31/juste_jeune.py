RIA31 = [
    {"critere": "CM-UI-01", "phrase": "R1", "personne": "jeune", "preuve": "echantillon"},
    {"critere": "CM-UI-02", "phrase": "R4", "personne": "phrases_courtes", "preuve": "faits_gardes"},
    {"critere": "CM-CAD-01", "phrase": "R3", "personne": "atelier", "preuve": "cadrage"},
]
