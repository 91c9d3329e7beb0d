CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.9},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}
