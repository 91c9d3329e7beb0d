RIA31 = [
    {"critere": "CM-UI-03", "phrase": "R2", "personne": "apprenante", "preuve": "comprehension"},
    {"critere": "CM-UX-02", "phrase": "R5", "personne": "zoom", "preuve": "essais_reels"},
    {"critere": "CM-UX-04", "phrase": "R7", "personne": "agente", "preuve": "premier_message"},
]
