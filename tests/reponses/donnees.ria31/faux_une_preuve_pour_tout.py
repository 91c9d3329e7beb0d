RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "taux_par_groupe"},
        {"critere": "CM-CAD-07", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
)
