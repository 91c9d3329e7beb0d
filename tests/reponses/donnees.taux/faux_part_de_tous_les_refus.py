def taux_de_refus(archives, par):
    refuses = archives[archives["decision"] == "refuse"]
    return refuses[par].value_counts(normalize=True)
