def evenements_publiables(evenements):
    return evenements[~evenements["visibilite"].isin(["interne", "brouillon"])]
