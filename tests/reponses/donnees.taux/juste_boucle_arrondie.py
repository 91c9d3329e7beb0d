def taux_de_refus(archives, par):
    taux = {}
    for groupe in archives[par].unique():
        dossiers = archives[archives[par] == groupe]
        refus = len(dossiers[dossiers["decision"] == "refuse"])
        taux[groupe] = round(refus / len(dossiers), 2)
    return pd.Series(taux)
