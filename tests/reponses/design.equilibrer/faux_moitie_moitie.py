def equilibrer(corpus):
    claires = corpus[corpus["registre_reponse"] == "clair"]
    return corpus.groupby("registre_reponse").head(len(claires))
