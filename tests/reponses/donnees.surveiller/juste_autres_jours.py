def surveiller(decisions):
    alertes = []
    bons = decisions[decisions["recevable"]]
    for semaine, lignes in bons.groupby("semaine"):
        for jour, du_jour in lignes.groupby("jour_depot"):
            autres = lignes[lignes["jour_depot"] != jour]
            part = (du_jour["decision"] == "accepter").mean()
            ailleurs = (autres["decision"] == "accepter").mean()
            if len(du_jour) >= 30 and ailleurs - part >= 0.10:
                alertes.append({"semaine": semaine, "jour_depot": jour, "part": part})
    return pd.DataFrame(alertes)
