def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Gaspard, agent d'accueil", "perd": "temps", "preuve": preuve("Gaspard", "Formation|Inventaire")},
        {"qui": "Solange, agente du standard", "perd": "temps", "preuve": preuve("Solange", "appels")},
        {"qui": "la personne à qui l'on rend visite", "perd": "securite", "preuve": preuve("à qui l'on rend visite", "adresse")},
    ],
}
