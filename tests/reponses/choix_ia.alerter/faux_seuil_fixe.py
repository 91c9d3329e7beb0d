def offres_a_justifier(offres, estimation):
    return offres.loc[offres["prix_k_eur"] < 25, "nom"].tolist()
