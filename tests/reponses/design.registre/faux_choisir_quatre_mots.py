reperer_familiarite = choisir(
    "design.registre",
    chercher="quatre_mots",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["morceaux", "citations", "noms"],
)
