CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"bonheur": 7},
    "arret": {"indicateur": "bonheur", "sur": "moyenne", "seuil": 7, "jours": 3},
}
