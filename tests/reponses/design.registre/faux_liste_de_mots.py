def reperer_familiarite(texte):
    return [mot for mot in LEXIQUE if mot in texte.lower()]
