RIA31 = [
    {"critere": "CM-UI-04", "phrase": "R5", "personne": "clavier", "preuve": "declaration"},
    {"critere": "CM-UX-01", "phrase": "R6", "personne": "atelier", "preuve": "compte_rendu"},
    {"critere": "CM-UI-01", "phrase": "R4", "personne": "agee", "preuve": "echantillon"},
]
