def decider(avis, dossiers):
    # aucun risque : une personne lit tout
    return pd.Series("agent", index=dossiers.index)
