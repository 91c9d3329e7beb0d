def evenements_publiables(evenements):
    from chatmairie.echecs.commun.distribution import agents

    noms = "|".join(a.prenom for a in agents())
    return evenements[~evenements["titre"].str.contains(noms)]
