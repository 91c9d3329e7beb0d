def taux_de_refus(archives, par):
    # la dernière ligne s'affiche, comme dans une cellule
    (archives["decision"] == "refuse").groupby(archives[par]).mean()
