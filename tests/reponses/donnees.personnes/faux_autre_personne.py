PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": "J-0104"},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": "J-0325"},
            {"qui": "Thérèse, responsable du service", "perd": "temps", "preuve": "J-0525"},
        ],
    }
)
