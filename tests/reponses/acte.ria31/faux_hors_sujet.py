RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-UI-01", "phrase": "R3", "personne": "visee", "preuve": "envois"},
]
