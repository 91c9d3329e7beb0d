def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": (
        {"qui": "les agents d'accueil", "perd": "travail bien fait", "preuve": preuve("Gaspard", "en règle").lower()},
        {"qui": "les animateurs vacataires", "perd": "Revenu", "preuve": int(preuve("Sofiane", "moins")[2:])},
        {"qui": "Léa (3 ans)", "perd": "place", "preuve": preuve("parents de Léa").replace("-0", "-")},
        {"qui": "le voisin de Léa", "perd": "temps", "preuve": preuve("voisin")},
    ),
}
