def reperer_familiarite(texte):
    """Une liste de couples (debut, fin). Par exemple "Salut mon pote" donne [(6, 14)]."""
    protege = r"«[^»]*»|“[^”]*”|(?:M\.|Mme|Madame|Monsieur)\s+\w+"
    lu = re.sub(protege, lambda m: "." * len(m[0]), texte).lower()  # même longueur : les places restent bonnes
    table = str.maketrans("éèêàôîç01345", "eeeaoicoieas")
    lu = lu.translate(table)
    places = []
    for mot in [*LEXIQUE, "tu", "te", "toi", "ton", "ta", "tes"]:
        motif = "".join(re.escape(c) + "+" for c in mot.translate(table))
        places += [m.span() for m in re.finditer(rf"\b{motif}\b", lu)]
    return places + [m.span() for m in re.finditer(r"\bt'", lu)]
