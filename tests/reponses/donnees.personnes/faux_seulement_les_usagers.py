PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": "J-0104"},
            {"qui": "le père de Coline", "perd": "explication", "preuve": "J-0226"},
            {"qui": "les parents de Clément", "perd": "explication", "preuve": "J-0102"},
        ],
    }
)
