RIA31 = [
    {"critere": "CM-SOC-08", "phrase": "R3", "personne": "standard", "preuve": "essai_a_blanc"},
    {"critere": "CM-SOC-10", "phrase": "R6", "personne": "agent", "preuve": "registre"},
    {"critere": "CM-UX-07", "phrase": "R3", "personne": "demarche", "preuve": "message"},
]
