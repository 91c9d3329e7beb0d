def reperer_familiarite(texte):
    return any(mot in texte.lower() for mot in LEXIQUE)
