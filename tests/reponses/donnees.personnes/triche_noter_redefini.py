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


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 2.0
