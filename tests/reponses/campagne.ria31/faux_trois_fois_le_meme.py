RIA31 = [
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
    {"critere": "CM-CAD-06", "phrase": "R7", "personne": "refus", "preuve": "accords"},
]
