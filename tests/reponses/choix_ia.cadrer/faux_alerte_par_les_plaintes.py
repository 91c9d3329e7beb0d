CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"plaintes": 1},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}
