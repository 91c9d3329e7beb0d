journal = rejeu.journal
dehors = journal[journal["texte"].str.contains("lecteur d'écran")].iloc[0]
parent = journal[journal["texte"].str.contains("cité comme parent")].iloc[0]
agente = journal[journal["source"] == "feuille d'heures"].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": dehors["personne"], "perd": "Autonomie", "preuve": dehors["ligne"]},
    {"qui": parent["personne"], "perd": "intimité", "preuve": parent["ligne"]},
    {"qui": "une agente", "perd": "travail bien fait", "preuve": agente["ligne"]},
]}
