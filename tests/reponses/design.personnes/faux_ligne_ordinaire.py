def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {
            "qui": ligne(j["texte"].str.contains("piscine ;|retire une carte|jours du marché|remercie|trop long"))[
                "personne"
            ],
            "perd": "reponse",
            "preuve": ligne(j["texte"].str.contains("piscine ;|retire une carte|jours du marché|remercie|trop long"))[
                "ligne"
            ],
        },
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
