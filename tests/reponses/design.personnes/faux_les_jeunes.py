def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {"qui": "les jeunes", "perd": "respect", "preuve": ligne(j["personne"].eq("Margaux"))["ligne"]},
        {
            "qui": ligne(j["source"].eq("atelier"))["personne"],
            "perd": "parole",
            "preuve": ligne(j["source"].eq("atelier"))["ligne"],
        },
        {
            "qui": ligne(j["source"].eq("feuille d'heures"))["personne"],
            "perd": "travail_bien_fait",
            "preuve": ligne(j["source"].eq("feuille d'heures"))["ligne"],
        },
    ],
}
