def decider(avis, dossiers):
    decisions = pd.Series("Refusé", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions
