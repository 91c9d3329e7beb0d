RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "visee", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R7", "personne": "officiere", "preuve": "signature"},
    {"critere": "CM-UX-03", "phrase": "R2", "personne": "visee", "preuve": "envois"},
]
