RIA31 = [
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
    {"critere": "CM-CAD-02", "phrase": "R6", "personne": "demandeur", "preuve": "condition"},
]
