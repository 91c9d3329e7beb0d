RIA31 = [
    {"critere": "STR-2_01", "phrase": "R1", "personne": "demarche", "preuve": "responsables"},
    {"critere": "CM-CAD-05", "phrase": "R2", "personne": "demarche", "preuve": "champs"},
    {"critere": "CM-SOC-05", "phrase": "R4", "personne": "adresse", "preuve": "calendriers"},
]
