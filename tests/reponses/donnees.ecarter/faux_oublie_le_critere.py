def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[table["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel : aucun agent n'a décidé"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
