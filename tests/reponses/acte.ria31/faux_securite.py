RIA31 = [
    {"critere": "CM-CAD-09", "phrase": "R1", "personne": "securite", "preuve": "attaques"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demandeuse", "preuve": "table_champs"},
    {"critere": "CM-UX-03", "phrase": "R7", "personne": "sans_smartphone", "preuve": "autre_voie"},
]
