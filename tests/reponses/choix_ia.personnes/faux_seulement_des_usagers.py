lignes = rejeu.journal.set_index("personne")["ligne"]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "Rayan", "perd": "autonomie", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": "Erin", "perd": "droit", "preuve": lignes["Erin"]},
]}
