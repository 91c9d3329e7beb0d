def decider(avis, dossiers):
    decisions = pd.Series("a_completer", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[avis < 0.5] = "agent"
    return decisions
