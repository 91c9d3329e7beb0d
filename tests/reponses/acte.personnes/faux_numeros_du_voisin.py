def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Camille", "perd": "papiers", "preuve": "J-1001"},
        {"qui": "Karim", "perd": "temps", "preuve": "J-1002"},
        {"qui": "Ingrid", "perd": "temps", "preuve": "J-1003"},
    ],
}
