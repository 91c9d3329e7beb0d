def ligne(masque):
    return rejeu.journal[masque].iloc[0]


j = rejeu.journal
PERSONNES = {
    "graine": GRAINE,
    "personnes": [
        {
            "qui": ligne(j["personne"].eq("Margaux"))["personne"],
            "perd": "respect",
            "preuve": ligne(j["personne"].eq("Margaux"))["ligne"],
        },
        {
            "qui": ligne(j["personne"].str.contains("un proche"))["personne"],
            "perd": "temps",
            "preuve": ligne(j["personne"].str.contains("un proche"))["ligne"],
        },
        {
            "qui": ligne(j["personne"].eq("Étienne"))["personne"],
            "perd": "autonomie",
            "preuve": ligne(j["personne"].eq("Étienne"))["ligne"],
        },
    ],
}
