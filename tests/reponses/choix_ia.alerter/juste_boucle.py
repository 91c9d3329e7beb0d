def offres_a_justifier(offres, estimation):
    return [offre["nom"] for _, offre in offres.iterrows() if offre["prix_k_eur"] <= 0.65 * estimation]
