def decider(avis, dossiers):
    decisions = pd.Series(index=dossiers.index, dtype=object)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions
