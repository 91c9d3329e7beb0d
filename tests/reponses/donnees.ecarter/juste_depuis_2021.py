def ecarter(archives):
    raisons = []
    for ligne in archives.itertuples():
        if ligne.instruit_par == "":
            raisons.append("aucun agent n'a instruit")
        elif ligne.annee <= 2020:
            raisons.append("décidé avec l'ancien critère")
        else:
            raisons.append("")
    archives["raison_ecart"] = raisons
    return archives


def rapprocher(table):
    # les lignes écartées restent, avec leur raison ; parmi les autres, une par demande
    gardee = table["raison_ecart"] == ""
    uniques = table[gardee].drop_duplicates(subset=["annee", "id_enfant", "activite"])
    return pd.concat([uniques, table[~gardee]])
