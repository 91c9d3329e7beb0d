def decider(avis, dossiers):
    decisions = pd.Series("non", index=dossiers.index)
    decisions[avis >= 0.5] = "oui"
    return decisions
