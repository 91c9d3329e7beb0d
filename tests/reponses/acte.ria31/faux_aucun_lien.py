RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R7", "personne": "standard", "preuve": "duree"},
    {"critere": "CM-CAD-05", "phrase": "R7", "personne": "officiere", "preuve": "signature"},
    {"critere": "CM-UX-03", "phrase": "R2", "personne": "visee", "preuve": "envois"},
]
