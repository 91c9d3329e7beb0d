RIA31 = [
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
    {"critere": "CM-UI-04", "phrase": "R5", "personne": "lecteur_ecran", "preuve": "audit_rgaa"},
]
