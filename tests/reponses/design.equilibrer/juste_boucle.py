def equilibrer(corpus):
    claire = {}
    for ligne in corpus.to_dict("records"):
        if ligne["registre_reponse"] == "clair":
            claire[ligne["besoin"]] = ligne["reponse"]
    rendu = corpus.copy()
    rendu["reponse"] = [claire[b] for b in rendu["besoin"]]
    return rendu[["question", "besoin", "reponse"]]
