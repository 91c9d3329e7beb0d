RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "declaration"},
        {"critere": "CM-SOC-02", "phrase": "R2", "personne": "avant_2021", "preuve": "lignes_ecartees"},
        {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"},
    ]
)
