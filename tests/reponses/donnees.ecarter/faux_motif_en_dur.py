def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[table["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné en 2021"
    table.loc[table["motif"] == "CLOTURE AUTO HORS PERMANENCE", "raison_ecart"] = "clos par le logiciel"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
