def surveiller(decisions):
    accepte = decisions["decision"] == "accepter"
    groupes = accepte.groupby([decisions["semaine"], decisions["jour_depot"]]).agg(["mean", "size"]).reset_index()
    suspects = (groupes["mean"] <= accepte.mean() - 0.10) & (groupes["size"] >= 20)
    return groupes.loc[suspects, ["semaine", "jour_depot"]]
