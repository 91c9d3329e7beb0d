def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "tous les usagers", "perd": "papiers", "preuve": preuve("Camille")},
        {"qui": "tout le monde", "perd": "temps", "preuve": preuve("Karim")},
        {"qui": "la mairie", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
    ],
}
