RIA31 = [
    {"critere": "CM-UX-01", "phrase": "R4", "personne": "clavier", "preuve": "audit_rgaa"},
    {"critere": "CM-UI-01", "phrase": "R5", "personne": "zoom", "preuve": "audit_rgaa"},
    {"critere": "CM-UI-04", "phrase": "R4", "personne": "agente", "preuve": "cadrage"},
]
