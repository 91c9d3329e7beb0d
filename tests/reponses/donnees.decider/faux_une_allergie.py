def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[r["recevable"] & dossiers["pai_allergie"] & (dossiers["age"] == 5)] = "agent"
    return d
