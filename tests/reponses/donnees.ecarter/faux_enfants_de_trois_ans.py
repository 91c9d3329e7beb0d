def ecarter(archives):
    t = archives.assign(raison_ecart="")
    t.loc[t.instruit_par == "", "raison_ecart"] = "personne n'a lu"
    t.loc[t.motif == "PARENTS SANS ACTIVITE", "raison_ecart"] = "critère illégal"
    t.loc[t.age == 3, "raison_ecart"] = "trop jeune pour juger"
    return t


def rapprocher(table):
    return table[table.raison_ecart == ""].drop_duplicates(["id_enfant", "activite", "annee"], keep="last")
