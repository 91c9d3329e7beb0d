def decider(avis, dossiers):
    decisions = pd.Series("a_completer", index=dossiers.index)
    decisions[appliquer_reglement(dossiers)["recevable"]] = "accepter"
    return decisions
