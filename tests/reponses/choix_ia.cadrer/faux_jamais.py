CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.99, "jours": 30},
}
