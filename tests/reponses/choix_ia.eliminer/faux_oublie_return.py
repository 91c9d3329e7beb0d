def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    table.loc[table["accessibilite"] < PLANCHER, "statut"] = "eliminee"
