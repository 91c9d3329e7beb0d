def offres_a_justifier(offres, estimation):
    reference = offres["prix_k_eur"].median()
    for nom, prix in offres[["nom", "prix_k_eur"]].itertuples(index=False):
        if prix < reference / 2:
            yield nom
