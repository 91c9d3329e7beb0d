def eliminer(offres):
    return offres.assign(statut="peut-être", raison="à voir")
