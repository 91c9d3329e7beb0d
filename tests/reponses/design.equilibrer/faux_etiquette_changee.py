def equilibrer(corpus):
    return corpus.assign(registre_reponse="clair")
