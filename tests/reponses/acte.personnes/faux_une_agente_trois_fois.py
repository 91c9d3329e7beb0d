agente = rejeu.journal[rejeu.journal["source"].eq("feuille d'heures")]
une = agente[agente["personne"].eq(agente["personne"].iloc[0])]["ligne"].iloc[0]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": agente["personne"].iloc[0], "perd": "travail_bien_fait", "preuve": une},
    {"qui": agente["personne"].iloc[0].split(",")[0], "perd": "travail_bien_fait", "preuve": une},
    {"qui": "encore " + agente["personne"].iloc[0].split(",")[0], "perd": "travail_bien_fait", "preuve": une},
]}
