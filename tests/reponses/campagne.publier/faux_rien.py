def evenements_publiables(evenements):
    return evenements.head(0)
