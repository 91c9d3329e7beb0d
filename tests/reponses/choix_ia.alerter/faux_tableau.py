def offres_a_justifier(offres, estimation):
    return offres[offres["prix_k_eur"] < 0.5 * estimation]
