def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Jean-Mi", "perd": "vie_privee", "preuve": "J-0001"},
        {"qui": "Solange", "perd": "temps", "preuve": "J-0002"},
        {"qui": "Karim", "perd": "information", "preuve": "J-0003"},
    ],
}
