def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "tout le monde", "perd": "place", "preuve": preuve("parents de Léa")},
            {"qui": "les familles", "perd": "explication", "preuve": preuve("parents de Léa")},
            {"qui": "l'image de la mairie", "perd": "place", "preuve": preuve("parents de Léa")},
        ],
    }
)
