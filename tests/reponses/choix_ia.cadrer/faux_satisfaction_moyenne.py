CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"satisfaction": 6},
    "arret": {"indicateur": "satisfaction", "sur": "moyenne", "seuil": 6, "jours": 3},
}
