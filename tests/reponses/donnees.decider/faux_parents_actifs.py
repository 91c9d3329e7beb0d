def decider(avis, dossiers):
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[(avis >= 0.5) & dossiers["parents_actifs"]] = "accepter"
    decisions[~appliquer_reglement(dossiers)["complet"]] = "a_completer"
    return decisions
