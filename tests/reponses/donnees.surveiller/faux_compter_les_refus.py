def surveiller(decisions):
    # plus de dix refus le même jour
    refus = decisions[decisions["decision"] == "refuser"].groupby(["semaine", "jour_depot"]).size()
    return refus[refus > 10].reset_index()
