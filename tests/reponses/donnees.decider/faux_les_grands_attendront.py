def decider(avis, dossiers):
    regles = appliquer_reglement(dossiers)
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[regles["recevable"] & (dossiers["age"] < 11)] = "accepter"
    decisions[~regles["complet"]] = "a_completer"
    return decisions
