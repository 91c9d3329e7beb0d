def ecarter(archives):
    table = archives.assign(raison_ecart="")
    table.loc[archives.isna().any(axis=1), "raison_ecart"] = "ligne incomplète"
    return table


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    vraies = table[table["raison_ecart"] == ""]
    return vraies.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
