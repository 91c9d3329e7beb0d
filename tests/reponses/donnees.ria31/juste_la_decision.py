RIA31 = (
    [
        {"critere": "CM-STR-05", "phrase": "R4", "personne": "proche", "preuve": "responsables"},
        {"critere": "CM-CAD-07", "phrase": "R3", "personne": "enfant", "preuve": "decisions"},
        {"critere": "CM-UX-05", "phrase": "R6", "personne": "famille", "preuve": "lettres"},
    ]
)
