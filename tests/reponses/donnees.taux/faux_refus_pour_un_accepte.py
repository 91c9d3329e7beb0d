def taux_de_refus(archives, par):
    refuses = archives[archives["decision"] == "refuse"].groupby(par).size()
    acceptes = archives[archives["decision"] == "accepte"].groupby(par).size()
    return refuses / acceptes
