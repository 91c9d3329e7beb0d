def equilibrer(corpus):
    return corpus
