def taux_de_refus(archives, par):
    """Part des dossiers refusés dans chaque groupe, avec un tableau croisé."""
    tableau = pd.crosstab(archives[par], archives["decision"], normalize="index")
    return tableau["refuse"].sort_values(ascending=False)
