def equilibrer(corpus):
    return corpus.assign(reponse="Bonjour, nous vous répondrons. Cordialement.", registre_reponse="clair")
