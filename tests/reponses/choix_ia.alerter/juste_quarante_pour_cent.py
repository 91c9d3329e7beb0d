def offres_a_justifier(offres, estimation):
    prix = offres.set_index("nom")["prix_k_eur"]
    return prix[prix < 0.4 * estimation].index
