def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    par_semaine = accepte.groupby(recevables["semaine"]).mean()
    mauvaises = par_semaine[par_semaine <= accepte.mean() - 0.10].index
    alertes = recevables[recevables["semaine"].isin(mauvaises)]
    return alertes[["semaine", "jour_depot"]].drop_duplicates()
