reperer_familiarite = choisir(
    "design.registre",
    chercher="lexique_et_tu",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["morceaux", "citations", "noms", "phrases_polies"],
)
