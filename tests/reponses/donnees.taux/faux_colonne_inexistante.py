def taux_de_refus(archives, par):
    return archives.groupby(par)["refus"].mean()
