PERSONNES = {
    "graine": 2026,
    "personnes": (
        {"qui": "les agentes d'accueil", "perd": "travail bien fait", "preuve": "j 35"},
        {"qui": "les animateurs vacataires", "perd": "Revenu", "preuve": 984},
        {"qui": "Léa (3 ans)", "perd": "place", "preuve": "J-104"},
        {"qui": "le grand-père d'Assia", "perd": "temps", "preuve": "J-0325"},
    ),
}
