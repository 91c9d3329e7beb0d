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
            {"qui": "les parents de Félix (7 ans)", "perd": "explication", "preuve": preuve("les parents de Félix")},
            {"qui": "des parents, ceux de Mathis", "perd": "place", "preuve": preuve("parents de Mathis")},
        ],
    }
)
