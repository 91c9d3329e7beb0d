def decider(avis, dossiers):
    regles = appliquer_reglement(dossiers)
    decisions = pd.Series("agent", index=dossiers.index)
    decisions[regles["recevable"]] = "accepter"
    decisions[~regles["complet"]] = "a_completer"
    # le mercredi, personne n'est là pour répondre aux familles
    decisions[~regles["complet"] & (dossiers["jour_depot"] == "mercredi")] = "agent"
    return decisions
