def decider(avis, dossiers):
    return pd.Series("accepter", index=dossiers.index)
