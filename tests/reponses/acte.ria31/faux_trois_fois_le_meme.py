RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
]
