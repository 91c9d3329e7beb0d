def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    dossiers["d"] = "agent"
    dossiers["d"][r["recevable"]] = "accepter"
    dossiers["d"][~r["complet"]] = "a_completer"
    return dossiers["d"]
