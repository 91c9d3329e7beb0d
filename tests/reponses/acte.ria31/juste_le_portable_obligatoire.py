RIA31 = [
    {"critere": "CM-CAD-05", "phrase": "R7", "personne": "sans_smartphone", "preuve": "table_champs"},
    {"critere": "CM-CAD-09", "phrase": "R2", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-SOC-07", "phrase": "R6", "personne": "officiere", "preuve": "signature"},
]
