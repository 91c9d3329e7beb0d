def surveiller(decisions):
    return decisions[["semaine", "jour_depot"]].drop_duplicates()
