CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.2, "plaintes": 2},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.25, "jours": 3},
}
