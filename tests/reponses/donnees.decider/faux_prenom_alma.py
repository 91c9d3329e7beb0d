def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[(dossiers["prenom"] == "Alma") & r["complet"]] = "accepter"
    return d
