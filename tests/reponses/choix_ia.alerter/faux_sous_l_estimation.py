def offres_a_justifier(offres, estimation):
    return offres.loc[offres["prix_k_eur"] < estimation, "nom"].tolist()
