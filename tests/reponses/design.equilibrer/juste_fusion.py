def equilibrer(corpus):
    claires = corpus.loc[corpus["registre_reponse"] == "clair", ["besoin", "reponse"]].drop_duplicates("besoin")
    questions = corpus.drop(columns=["reponse", "registre_reponse"])
    return questions.merge(claires, on="besoin").sort_values("question")
