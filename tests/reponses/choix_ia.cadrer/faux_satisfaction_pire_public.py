CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.3},
    "arret": {"indicateur": "satisfaction", "sur": "pire_public", "seuil": 7, "jours": 3},
}
