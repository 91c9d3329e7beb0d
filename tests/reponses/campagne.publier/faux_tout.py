def evenements_publiables(evenements):
    return evenements
