import numpy as np


def ecarter(archives):
    archives["raison_ecart"] = np.select(
        [archives["instruit_par"].str.strip() == "", archives["motif"].str.contains("PARENTS")],
        ["personne n'a lu ce dossier", "règle illégale"],
        default="",
    )
    return archives.sort_values("jour_depot").reset_index(drop=True)


def rapprocher(table):
    table = table.query("raison_ecart == ''").sort_values("num_dossier")
    return table.groupby(["id_enfant", "activite", "annee"]).tail(1)
