MOTS = [*LEXIQUE, "tu", "te", "toi", "ton", "ta", "tes"]


def reperer_familiarite(texte):
    lu = re.sub(r"«[^»]*»|“[^”]*”|(?:M\.|Mme|Madame|Monsieur)\s+\w+", lambda m: "." * len(m[0]), texte).lower()
    places = [m.span() for m in re.finditer(r"\bt'", lu)]
    for mot in MOTS:
        places += [m.span() for m in re.finditer(rf"\b{re.escape(mot)}\b", lu)]
    return places
