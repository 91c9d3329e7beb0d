def surveiller(decisions):
    part = decisions[decisions["recevable"]].groupby(["semaine", "jour_depot"])["decision"].apply(
        lambda d: (d == "accepter").mean()
    )
    return list(part[part < part.mean() - 0.1].index)
