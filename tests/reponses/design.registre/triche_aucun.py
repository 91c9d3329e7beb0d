def reperer_familiarite(texte):
    return []
