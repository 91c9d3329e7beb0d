def evenements_publiables(evenements):
    return evenements.assign(id=["EV-%d" % i for i in range(len(evenements))])
