def equilibrer(corpus):
    """Le corpus à donner à l'assistant (un DataFrame, mêmes colonnes)."""
    claires = corpus[corpus["registre_reponse"] == "clair"].drop_duplicates("besoin").set_index("besoin")["reponse"]
    return corpus.assign(reponse=corpus["besoin"].map(claires), registre_reponse="clair")
