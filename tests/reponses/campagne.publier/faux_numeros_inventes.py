def evenements_publiables(evenements):
    return evenements.assign(id=[f"EV-{i}" for i in range(len(evenements))])
