def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    groupes["moyenne"] = groupes.groupby("semaine")["mean"].transform("mean")
    return groupes[(groupes["mean"] <= groupes["moyenne"] - 0.10) & (groupes["size"] >= 20)]
