def reperer_familiarite(texte):
    return [m.span() for m in re.finditer(r"tu|toi|ton|ta|mon|ma", texte, re.I)]
