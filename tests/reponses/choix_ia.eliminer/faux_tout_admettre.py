def eliminer(offres):
    return offres.assign(statut="admise", raison="")
