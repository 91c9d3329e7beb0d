def offres_a_justifier(offres, estimation):
    return list(offres.sort_values("prix_k_eur")["nom"][:2])
