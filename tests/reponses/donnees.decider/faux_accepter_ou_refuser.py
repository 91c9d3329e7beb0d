def decider(avis, dossiers):
    decisions = pd.Series("refuser", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    return decisions
