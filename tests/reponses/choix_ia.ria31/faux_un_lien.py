RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-STR-06", "phrase": "R7", "personne": "agente", "preuve": "condition"},
    {"critere": "CM-UX-03", "phrase": "R1", "personne": "agente", "preuve": "autre_voie"},
]
