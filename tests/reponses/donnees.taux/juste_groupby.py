def taux_de_refus(archives, par):
    """Part des dossiers refusés dans chaque groupe de la colonne `par` : une Series de nombres entre 0 et 1."""
    return (archives["decision"] == "refuse").groupby(archives[par]).mean()
