RIA31 = [
    {"critere": "CM-SOC-07", "phrase": "R1", "personne": "visee", "preuve": "journaux"},
    {"critere": "CM-UI-05", "phrase": "R3", "personne": "visee", "preuve": "envois"},
    {"critere": "CM-CAD-08", "phrase": "R6", "personne": "officiere", "preuve": "signature"},
]
