def taux_de_refus(archives, par):
    return round((archives["decision"] == "refuse").groupby(archives[par]).mean() * 100, 1)
