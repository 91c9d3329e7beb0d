def ecarter(archives):
    # les vieilles lignes sont les mauvaises
    archives["raison_ecart"] = ""
    archives.loc[archives["annee"] < 2023, "raison_ecart"] = "trop ancien"
    return archives


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
