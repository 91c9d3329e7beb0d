CADRAGE = {
    "besoin": "repondre",
    "publics": ["parents", "lecteur_ecran", "sans_ecran"],
    "indicateurs": {"visites": 20},
    "arret": {"indicateur": "visites", "sur": "moyenne", "seuil": 20, "jours": 3},
}
