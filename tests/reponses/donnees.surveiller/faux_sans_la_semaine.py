def surveiller(decisions):
    recevables = decisions[decisions["recevable"]]
    part = (recevables["decision"] == "accepter").groupby(recevables["jour_depot"]).mean()
    return part[part <= part.mean() - 0.02].reset_index()
