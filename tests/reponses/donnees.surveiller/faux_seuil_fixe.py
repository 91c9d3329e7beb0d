def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    return groupes[(groupes["mean"] < 0.90) & (groupes["size"] >= 20)][["semaine", "jour_depot"]]
