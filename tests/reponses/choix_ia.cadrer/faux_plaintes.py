CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"plaintes": 1},
    "arret": {"indicateur": "plaintes", "sur": "moyenne", "seuil": 1, "jours": 3},
}
