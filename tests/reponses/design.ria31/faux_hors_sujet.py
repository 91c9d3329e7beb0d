RIA31 = [
    {"critere": "CM-STR-06", "phrase": "R5", "personne": "zoom", "preuve": "audit_rgaa"},
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
]
