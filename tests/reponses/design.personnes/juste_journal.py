PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]}
        for ligne, perte in (
            (rejeu.journal[rejeu.journal["personne"].eq("Rayan")].iloc[0], "autonomie"),
            (rejeu.journal[rejeu.journal["source"].eq("atelier")].iloc[0], "parole"),
            (rejeu.journal[rejeu.journal["source"].eq("feuille d'heures")].iloc[0], "travail_bien_fait"),
        )
    ],
}
