def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    # on répare : tous ces enfants méritaient une place
    vraies = table[table["raison_ecart"] == ""].drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return vraies.assign(decision="accepte")
