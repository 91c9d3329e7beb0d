def taux_de_refus(archives, par):
    return (archives["decision"] == "accepte").groupby(archives[par]).mean()
