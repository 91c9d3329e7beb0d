CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"visites": 100000},
    "arret": {"indicateur": "visites", "sur": "moyenne", "seuil": 100000, "jours": 1},
}
