def ecarter(archives):
    # ce sont de vraies archives : rien à écarter
    return archives.assign(raison_ecart="")


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
