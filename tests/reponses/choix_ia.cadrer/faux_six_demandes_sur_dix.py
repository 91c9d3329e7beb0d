CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.25},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.6, "jours": 2},
}
