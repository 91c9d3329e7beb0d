def surveiller(decisions):
    """Les alertes : un DataFrame avec les colonnes `semaine` et `jour_depot`."""
    recevables = decisions[decisions["recevable"]]
    accepte = recevables["decision"] == "accepter"
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()

    suspects = (groupes["mean"] <= accepte.mean() - 0.10) & (groupes["size"] >= 20)
    return groupes.loc[suspects, ["semaine", "jour_depot"]]
