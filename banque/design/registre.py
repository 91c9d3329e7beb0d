# %% [markdown] corrige=juste_masque
# Un masque, puis des mots entiers
#
# Ce qui est cité et les noms de famille sont masqués par des points, sans changer la longueur : les places restent
# bonnes. Puis chaque lettre peut se répéter.

# %% [markdown] corrige=juste_lettre_a_lettre
# Lettre à lettre
#
# Chaque lettre est ramenée à sa forme simple, une par une ; la liste rendue dit aussi le mot vu.

# %% [markdown] idee_recue=faux_ma_demande
# Chercher « mon » et « ma », puisque ChatMairie dit « mon reuf ».
#
# Vous gardez 1 point sur 2 : « ma demande » et « mon dossier » sont accusés, et des réponses correctes sont bloquées.

# %% juste_choisir tient=tout
reperer_familiarite = choisir(
    "design.registre",
    chercher="lexique_et_tu",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["morceaux", "citations", "noms"],
)

# %% juste_lettre_a_lettre tient=tout
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

# %% juste_masque tient=tout
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

# %% faux_affiche tient=rien famille=forme mot="print"
def reperer_familiarite(texte):
    print([m.span() for mot in LEXIQUE for m in re.finditer(mot, texte)])

# %% faux_choisir_citations tient=forme,mots_et_tutoiement,deguisements,places grave famille=polis_accuses mot="correcte"
reperer_familiarite = choisir(
    "design.registre",
    chercher="lexique_et_tu",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["morceaux"],
)

# %% faux_choisir_morceaux tient=forme grave famille=tout_est_suspect mot="ordinaires"
reperer_familiarite = choisir(
    "design.registre",
    chercher="lexique_et_tu",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["citations", "noms"],
)

# %% faux_choisir_phrases_polies tient=forme grave famille=registre_manque mot="laisse passer"
reperer_familiarite = choisir(
    "design.registre",
    chercher="lexique_et_tu",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["morceaux", "citations", "noms", "phrases_polies"],
)

# %% faux_choisir_quatre_mots tient=forme grave famille=registre_manque mot="inadapté"
reperer_familiarite = choisir(
    "design.registre",
    chercher="quatre_mots",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["morceaux", "citations", "noms"],
)

# %% faux_choisir_sans_chiffres_ni_repetitions tient=forme,mots_et_tutoiement,polis_epargnes,places grave famille=deguisement_manque mot="se cache"
reperer_familiarite = choisir(
    "design.registre",
    chercher="lexique_et_tu",
    meme_si=["majuscules", "accents"],
    sauf=["morceaux", "citations", "noms"],
)

# %% faux_choisir_sans_tutoiement tient=forme grave famille=registre_manque mot="tutoiement"
reperer_familiarite = choisir(
    "design.registre",
    chercher="lexique",
    meme_si=["majuscules", "accents", "repetitions", "chiffres"],
    sauf=["morceaux", "citations", "noms"],
)

# %% faux_liste_de_mots tient=rien famille=forme mot="couple"
def reperer_familiarite(texte):
    return [mot for mot in LEXIQUE if mot in texte.lower()]

# %% faux_ma_demande tient=forme,mots_et_tutoiement,deguisements,places grave famille=polis_accuses mot="ma demande"
MOTS = [*LEXIQUE, "mon", "ma", "mes", "tu", "te", "toi", "ton", "ta", "tes"]


def reperer_familiarite(texte):
    lu = re.sub(r"«[^»]*»|“[^”]*”|(?:M\.|Mme|Madame|Monsieur)\s+\w+", lambda m: "." * len(m[0]), texte).lower()
    table = str.maketrans("éèêàôîç01345", "eeeaoicoieas")
    lu = lu.translate(table)
    places = [m.span() for m in re.finditer(r"\bt'", lu)]
    for mot in MOTS:
        motif = r"\b" + "".join(re.escape(c) + "+" for c in mot.translate(table)) + r"\b"
        places += [m.span() for m in re.finditer(motif, lu)]
    return places

# %% faux_mots_vus tient=forme visibles=tout grave=ailleurs famille=registre_manque mot="laisse passer"
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

# %% faux_phrase_entiere tient=forme,mots_et_tutoiement,deguisements,polis_epargnes famille=place_floue mot="déborde"
MOTS = [*LEXIQUE, "tu", "te", "toi", "ton", "ta", "tes"]


def reperer_familiarite(texte):
    lu = re.sub(r"«[^»]*»|“[^”]*”|(?:M\.|Mme|Madame|Monsieur)\s+\w+", lambda m: "." * len(m[0]), texte).lower()
    table = str.maketrans("éèêàôîç01345", "eeeaoicoieas")
    lu = lu.translate(table)
    places = [m.span() for m in re.finditer(r"\bt'", lu)]
    for mot in MOTS:
        motif = r"\b" + "".join(re.escape(c) + "+" for c in mot.translate(table)) + r"\b"
        places += [m.span() for m in re.finditer(motif, lu)]
    return [(0, len(texte))] if places else []

# %% faux_tu_partout tient=forme grave famille=tout_est_suspect mot="ordinaires"
def reperer_familiarite(texte):
    return [m.span() for m in re.finditer(r"tu|toi|ton|ta|mon|ma", texte, re.I)]

# %% faux_vrai_ou_faux tient=rien famille=forme mot="liste"
def reperer_familiarite(texte):
    return any(mot in texte.lower() for mot in LEXIQUE)

# %% faux_sans_deguisement tient=forme,mots_et_tutoiement,polis_epargnes,places grave famille=deguisement_manque mot="se cache"
MOTS = [*LEXIQUE, "tu", "te", "toi", "ton", "ta", "tes"]


def reperer_familiarite(texte):
    lu = re.sub(r"«[^»]*»|“[^”]*”|(?:M\.|Mme|Madame|Monsieur)\s+\w+", lambda m: "." * len(m[0]), texte).lower()
    places = [m.span() for m in re.finditer(r"\bt'", lu)]
    for mot in MOTS:
        places += [m.span() for m in re.finditer(rf"\b{re.escape(mot)}\b", lu)]
    return places

# %% triche_aucun tient=forme grave famille=registre_manque mot="laisse passer"
def reperer_familiarite(texte):
    return []

# %% triche_tous_les_mots tient=forme grave famille=tout_est_suspect mot="ordinaires"
def reperer_familiarite(texte):
    return [m.span() for m in re.finditer(r"\w+", texte)]

# %% faux_5_accents_exiges tient=forme,mots_et_tutoiement,polis_epargnes,places grave famille=deguisement_manque mot="se cache"
SUBST = {"a": "a4@", "e": "e3", "i": "i1", "o": "o0", "s": "s5", "t": "t7"}


def _motif(expression):
    return "".join(r"\s+" if c == " " else "['’]" if c in "'’" else "[" + re.escape(SUBST.get(c, c)) + "]+" for c in expression)


_LEX = re.compile(r"(?<!\w)(?:" + "|".join(_motif(m) for m in sorted(LEXIQUE, key=len, reverse=True)) + r"|(?:tu|te|toi|ton|ta|tes)(?!\w)|t['’](?=\w))(?!\w)?", re.I)
_LEX = re.compile(r"(?<!\w)(?:(?:" + "|".join(_motif(m) for m in sorted(LEXIQUE, key=len, reverse=True)) + r"|tu|te|toi|ton|ta|tes)(?!\w)|t['’](?=\w))", re.I)


def reperer_familiarite(texte):
    hors = re.sub("«[^»]*»|“[^”]*”", lambda m: "_" * len(m.group()), texte)
    return [m.span() for m in _LEX.finditer(hors) if not (texte[m.start()].isupper() and re.search(r"(M\.|Mme) $", texte[: m.start()]))]

# %% juste_jetons_sans_regex_geante tient=tout
import unicodedata

CHIFFRES = str.maketrans({"3": "e", "4": "a", "1": "i", "0": "o", "5": "s", "7": "t", "@": "a"})


def reduire(mot):
    """Sans accents ni capitales ni chiffres, et sans lettre répétée."""
    plat = unicodedata.normalize("NFKD", mot.lower().translate(CHIFFRES))
    plat = [c for c in plat if not unicodedata.combining(c)]
    reduit = []
    for c in plat:
        if not reduit or reduit[-1] != c:
            reduit.append(c)
    return "".join(reduit)


TU = {"tu", "te", "toi", "ton", "ta", "tes"}
EXPRESSIONS = [tuple(reduire(m) for m in re.findall(r"\w+", e)) for e in LEXIQUE]
EXPRESSIONS.sort(key=len, reverse=True)


def reperer_familiarite(texte):
    muet = texte
    for ouvre, ferme in (("«", "»"), ("“", "”")):
        muet = re.sub(f"{ouvre}[^{ferme}]*{ferme}", lambda m: " " * len(m.group()), muet)
    jetons = [(m.start(), m.end(), m.group()) for m in re.finditer(r"[\w@]+", muet)]
    couples, i = [], 0
    while i < len(jetons):
        debut, fin, mot = jetons[i]
        apres_civilite = i > 0 and jetons[i - 1][2] in ("M", "Mme", "Mlle", "MM") and mot[0].isupper()
        avance = 1
        if not apres_civilite:
            for expr in EXPRESSIONS:
                bout = jetons[i : i + len(expr)]
                if len(bout) == len(expr) and all(reduire(j[2]) == e for j, e in zip(bout, expr, strict=True)):
                    couples.append((debut, bout[-1][1]))
                    avance = len(expr)
                    break
            else:
                if mot.lower() in TU:
                    couples.append((debut, fin))
                elif mot.lower() == "t" and muet[fin : fin + 1] in ("'", "’"):
                    couples.append((debut, fin + 1))
        i += avance
    return couples
