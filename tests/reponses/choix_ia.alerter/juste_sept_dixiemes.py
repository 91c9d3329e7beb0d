def offres_a_justifier(offres, estimation):
    noms = []
    for nom, prix in zip(offres["nom"], offres["prix_k_eur"], strict=True):
        if prix / estimation < 0.7:
            noms.append(nom)
    return noms
