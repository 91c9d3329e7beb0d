def taux_de_refus(archives, par):
    return (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean()
