PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": x["personne"], "perd": "temps", "preuve": x["ligne"]} for x in rejeu.journal.to_dict("records")
    ],
}
