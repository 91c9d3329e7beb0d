def surveiller(decisions):
    bons = decisions[decisions["recevable"]]
    table = bons.assign(a=bons["decision"] == "accepter").groupby(["semaine", "jour_depot"])["a"].agg(["mean", "count"])
    grands = table[table["count"] >= 25]
    return grands[grands["mean"] < grands["mean"].median() - 0.1]
