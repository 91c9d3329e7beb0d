def decider(avis, dossiers):
    r = appliquer_reglement(dossiers)
    d = pd.Series("agent", index=dossiers.index)
    d[~r["complet"]] = "a_completer"
    d[r["recevable"]] = "accepter"
    d[(dossiers["age"] == 12) & r["complet"] & dossiers["scolarise_commune"] & dossiers["dans_les_delais"]] = "accepter"
    return d
