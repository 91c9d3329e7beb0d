PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "Mylène, agente d'accueil", "perd": "temps", "preuve": "J-0042"},
            {"qui": "les parents de Romane", "perd": "place", "preuve": "J-0088"},
            {"qui": "les parents de Farah", "perd": "place", "preuve": "J-0113"},
        ],
    }
)
