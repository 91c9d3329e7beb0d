def equilibrer(corpus):
    return corpus[~corpus["reponse"].str.contains("mon reuf|frérot|gros")]
