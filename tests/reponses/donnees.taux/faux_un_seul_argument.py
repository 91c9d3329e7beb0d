def taux_de_refus(archives):
    return (archives.decision == "refuse").groupby(archives["jour_depot"]).mean()
