def equilibrer(corpus):
    sans = corpus[corpus["registre_question"] != "familier"]
    claires = corpus[corpus["registre_reponse"] == "clair"].drop_duplicates("besoin").set_index("besoin")["reponse"]
    return sans.assign(reponse=sans["besoin"].map(claires))
