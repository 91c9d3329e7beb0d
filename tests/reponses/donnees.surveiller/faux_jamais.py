def surveiller(decisions):
    r = decisions[decisions["recevable"]]
    ok = r["decision"].eq("accepter")
    g = ok.groupby([r["semaine"], r["jour_depot"]]).agg(["mean", "size"]).reset_index()
    return g.iloc[:0]
