def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = (
    {
        "graine": GRAINE,
        "personnes": [
            {"qui": "les parents de Léa", "perd": "place", "preuve": preuve("les parents de Léa")},
            {"qui": "Karim, voisin de Léa", "perd": "temps", "preuve": preuve("Karim")},
            {"qui": "Sofiane", "perd": "place", "preuve": preuve("Sofiane", "de moins|en moins")},
        ],
    }
)
