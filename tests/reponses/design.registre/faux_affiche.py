def reperer_familiarite(texte):
    print([m.span() for mot in LEXIQUE for m in re.finditer(mot, texte)])
