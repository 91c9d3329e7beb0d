CADRAGE = {
    "besoin": "repondre",
    "publics": ["retraites", "apprenants", "sans_ecran", "jeunes"],
    "indicateurs": {"echecs": 0.4},
    "arret": {"indicateur": "Échecs", "sur": "pire public", "seuil": 0.4, "jours": 5},
}
