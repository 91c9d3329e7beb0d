PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": ligne["personne"], "perd": "temps", "preuve": ligne["ligne"]} for ligne in rejeu.journal.to_dict("records")
]}
