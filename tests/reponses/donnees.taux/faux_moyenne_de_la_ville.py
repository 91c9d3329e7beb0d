def taux_de_refus(archives, par):
    moyenne = (archives["decision"] == "refuse").mean()
    return pd.Series(moyenne, index=archives[par].unique())
