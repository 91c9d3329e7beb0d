PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "tout le monde", "perd": "place", "preuve": "J-0104"},
            {"qui": "les familles", "perd": "explication", "preuve": "J-0226"},
            {"qui": "l'image de la mairie", "perd": "place", "preuve": "J-0102"},
        ],
    }
)
