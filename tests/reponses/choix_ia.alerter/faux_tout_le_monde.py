def offres_a_justifier(offres, estimation):
    return offres["nom"].tolist()
