def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    mercredis = groupes[groupes["jour_depot"] == "mercredi"]
    return mercredis[mercredis["mean"] <= accepte.mean() - 0.10][["semaine", "jour_depot"]]
