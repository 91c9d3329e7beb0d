RIA31 = (
    [
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
        {"critere": "CM-SOC-01", "phrase": "R5", "personne": "agente", "preuve": "entretien"},
    ]
)
