PERSONNES = {"graine": GRAINE, "personnes": [
    {"qui": l.personne, "perd": "temps", "preuve": l.ligne} for l in rejeu.journal.itertuples()
]}
