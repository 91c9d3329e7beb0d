CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 30},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 30, "jours": 3},
}
