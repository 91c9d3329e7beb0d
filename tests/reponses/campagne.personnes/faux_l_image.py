def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "l'image de la mairie", "perd": "vie_privee", "preuve": preuve("Jean-Mi")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
        {"qui": "Fatoumata Zola", "perd": "choix", "preuve": preuve("Fatoumata", "acte")},
    ],
}
