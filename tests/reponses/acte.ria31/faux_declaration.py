RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-SOC-06", "phrase": "R1", "personne": "visee", "preuve": "declaration"},
]
