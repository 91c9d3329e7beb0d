import unicodedata


def reperer_familiarite(texte):
    net = ""
    for lettre in texte.lower().replace("’", "'"):
        net += unicodedata.normalize("NFD", lettre)[0].translate(str.maketrans("01345", "oieas"))
    interdits = [(m.start(), m.end()) for m in re.finditer(r"«.*?»|“.*?”", texte)]
    interdits += [(m.start(), m.end()) for m in re.finditer(r"(M\.|Mme|Madame|Monsieur) [A-Z]\w+", texte)]
    trouves = []
    for mot in LEXIQUE + ("tu", "te", "toi", "ton", "ta", "tes", "t'"):
        plat = "".join(unicodedata.normalize("NFD", c)[0] for c in mot)
        fin = "" if mot == "t'" else r"(?![a-z])"
        for m in re.finditer(r"(?<![a-z])" + "".join(re.escape(c) + "+" for c in plat) + fin, net):
            if not any(a <= m.start() < b for a, b in interdits):
                trouves.append({"mot": texte[m.start() : m.end()], "debut": m.start(), "fin": m.end()})
    return trouves
