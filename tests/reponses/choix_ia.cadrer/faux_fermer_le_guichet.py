CADRAGE = {
    "besoin": "remplacer",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"echecs": 0.25},
    "arret": {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3},
}
