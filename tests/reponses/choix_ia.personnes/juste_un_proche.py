proches = rejeu.journal[rejeu.journal["personne"].str.contains("proche")]
PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": proches["personne"].iloc[0], "perd": "temps", "preuve": proches["ligne"].iloc[0]},
    {"qui": "Erin", "perd": "droit", "preuve": rejeu.journal.loc[rejeu.journal["personne"].eq("Erin"), "ligne"].iloc[0]},
    {"qui": "une agente du standard, Solange", "perd": "temps",
     "preuve": rejeu.journal.loc[rejeu.journal["personne"].str.startswith("Solange"), "ligne"].iloc[0]},
]}
