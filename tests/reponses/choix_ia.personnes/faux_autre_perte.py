lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "Rayan", "perd": "argent", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}
