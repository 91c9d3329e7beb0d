lignes = rejeu.journal.set_index("personne")["ligne"]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": "Rayan", "perd": "autonomie", "preuve": lignes["Rayan"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": "Thérèse, agente", "perd": "travail_bien_fait",
     "preuve": rejeu.journal.loc[rejeu.journal["personne"].str.startswith("Thérèse"), "ligne"].iloc[0]},
]}
