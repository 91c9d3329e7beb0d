RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-SOC-05", "phrase": "R5", "personne": "agent", "preuve": "calendriers"},
    {"critere": "CM-CAD-04", "phrase": "R1", "personne": "demarche", "preuve": "champs"},
]
