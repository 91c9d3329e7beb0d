def preuve(qui, mot=""):
    """Le numéro de la première ligne de mon journal qui parle de cette personne, avec ce mot."""
    journal = rejeu.journal
    lignes = journal[journal["personne"].str.contains(qui) & journal["texte"].str.contains(mot)]
    return lignes["ligne"].iloc[0]


PERSONNES = {
    "graine": GRAINE,
    "personnes": (
        {"qui": "les agentes du standard", "perd": "Temps", "preuve": preuve("Solange", "appels").lower()},
        {"qui": "l'équipe de la voirie", "perd": "temps", "preuve": int(preuve("voirie", "billard")[2:])},
        {"qui": "Karim, sans téléphone portable", "perd": "information", "preuve": preuve("Karim", "affiche").replace("-0", "-")},
        {"qui": "Fatoumata", "perd": "tranquillité", "preuve": preuve("Fatoumata", "acte")},
    ),
}
