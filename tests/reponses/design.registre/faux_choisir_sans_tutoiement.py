reperer_familiarite = choisir(
    "design.registre",
    chercher="lexique",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["morceaux", "citations", "noms"],
)
