lignes = rejeu.journal.set_index("personne")["ligne"]
ordinaire = rejeu.journal[rejeu.journal["texte"].str.contains("marché|fleurs|sac de tri")].iloc[0]
agente = rejeu.journal.loc[rejeu.journal["source"].eq("feuille d'heures"), ["personne", "ligne"]].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": ordinaire["personne"], "perd": "temps", "preuve": ordinaire["ligne"]},
    {"qui": "Karim", "perd": "temps", "preuve": lignes["Karim"]},
    {"qui": agente["personne"], "perd": "travail_bien_fait", "preuve": agente["ligne"]},
]}
