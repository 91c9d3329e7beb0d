def decider(avis, dossiers):
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[avis >= 0.5] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    decisions[dossiers["jour_depot"] == "mercredi"] = "agent"
    return decisions
