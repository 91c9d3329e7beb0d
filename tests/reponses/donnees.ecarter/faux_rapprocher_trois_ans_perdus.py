def ecarter(archives):
    t = archives.assign(raison_ecart="")
    t.loc[t["motif"] == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal abandonné"
    t.loc[t["instruit_par"] == "", "raison_ecart"] = "clos par le logiciel, sans agent"
    return t


def rapprocher(table):
    v = table[table["raison_ecart"] == ""]
    v = v[v["age"] != 3]
    v = v.drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
    return v
