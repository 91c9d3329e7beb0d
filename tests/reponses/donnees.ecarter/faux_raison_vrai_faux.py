def ecarter(archives):
    archives["raison_ecart"] = (archives["instruit_par"] == "") | (archives["motif"] == "PARENTS SANS ACTIVITE")
    return archives


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
