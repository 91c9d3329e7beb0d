MOTS = [*LEXIQUE[:48], "tu", "te", "toi", "ton", "ta", "tes"]


def reperer_familiarite(texte):
    lu = re.sub(r"«[^»]*»|“[^”]*”|(?:M\.|Mme|Madame|Monsieur)\s+\w+", lambda m: "." * len(m[0]), texte).lower()
    table = str.maketrans("éèêàôîç01345", "eeeaoicoieas")
    lu = lu.translate(table)
    places = [m.span() for m in re.finditer(r"\bt'", lu)]
    for mot in MOTS:
        motif = r"\b" + "".join(re.escape(c) + "+" for c in mot.translate(table)) + r"\b"
        places += [m.span() for m in re.finditer(motif, lu)]
    return places
