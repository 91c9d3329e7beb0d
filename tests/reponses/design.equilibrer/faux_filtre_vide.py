def equilibrer(corpus):
    return corpus[corpus["registre_reponse"] == "claire"]
