def evenements_publiables(evenements):
    prive = evenements["titre"].str.contains("Jean-Mi|Billard", case=False)
    return evenements[~prive]
