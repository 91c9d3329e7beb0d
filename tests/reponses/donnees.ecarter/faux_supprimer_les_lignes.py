def ecarter(archives):
    return archives[(archives["instruit_par"] != "") & (archives["motif"] != "PARENTS SANS ACTIVITE")]


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
