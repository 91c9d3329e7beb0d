def taux_de_refus(archives, par):
    taux = (archives["decision"] == "refuse").groupby(archives[par]).mean()
