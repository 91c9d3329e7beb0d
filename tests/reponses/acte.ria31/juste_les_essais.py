RIA31 = [
    {"critere": "CM-SOC-06", "phrase": "R7", "personne": "lecteur_ecran", "preuve": "honnetes"},
    {"critere": "CM-CAD-03", "phrase": "R5", "personne": "parent", "preuve": "risques"},
    {"critere": "CM-CAD-05", "phrase": "R5", "personne": "visee", "preuve": "duree"},
]
