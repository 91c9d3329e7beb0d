PERSONNES = {
    "graine": 7,
    "personnes": [
        {"qui": ligne["personne"], "perd": "autonomie", "preuve": ligne["ligne"]}
        for ligne in rejeu.journal[rejeu.journal["personne"].isin(["Rayan", "Étienne", "Zofia"])].to_dict("records")
    ],
}
