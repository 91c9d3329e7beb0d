def eliminer(offres):
    return offres.assign(statut="eliminee", raison="aucune offre ne nous convient")
