def ecarter(archives):
    t = archives.copy()
    t["raison_ecart"] = ""
    t["raison_ecart"][t["instruit_par"] == ""] = "clos par le logiciel, sans agent"
    t["raison_ecart"][t["motif"] == "PARENTS SANS ACTIVITE"] = "critère illégal abandonné"
    return t


def rapprocher(table):
    v = table[table["raison_ecart"] == ""]
    v = v.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return v
