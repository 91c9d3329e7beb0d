def decider(avis, dossiers):
    recevables = dossiers[appliquer_reglement(dossiers)["recevable"]]
    return pd.Series("accepter", index=recevables.index)
