def surveiller(decisions):
    """Une alerte quand le même jour est bas deux semaines de suite : la seconde semaine."""
    bons = decisions[decisions["recevable"]]
    habituel = (bons["decision"] == "accepter").mean()
    bas, alertes = set(), []
    for (semaine, jour), lignes in bons.groupby(["semaine", "jour_depot"]):
        if len(lignes) >= 20 and (lignes["decision"] == "accepter").mean() <= habituel - 0.10:
            bas.add((semaine, jour))
            if (semaine - 1, jour) in bas:
                alertes.append((semaine, jour))
    return pd.DataFrame(alertes, columns=["semaine", "jour_depot"])
