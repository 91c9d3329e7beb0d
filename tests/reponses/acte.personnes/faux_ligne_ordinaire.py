def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


ordinaire = rejeu.journal[rejeu.journal["texte"].str.contains("remercie|ouvert l'acte")].iloc[0]
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "Camille", "perd": "papiers", "preuve": preuve("Camille")},
        {"qui": "Ingrid", "perd": "travail_bien_fait", "preuve": preuve("Ingrid")},
        {"qui": ordinaire["personne"], "perd": "papiers", "preuve": ordinaire["ligne"]},
    ],
}
