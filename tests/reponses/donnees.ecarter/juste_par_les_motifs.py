MOTIFS_DU_REGLEMENT = ["", "AGE", "HORS COMMUNE", "HORS DELAI", "DOSSIER INCOMPLET"]


def ecarter(archives):
    raison = archives["motif"].apply(
        lambda m: None if m in MOTIFS_DU_REGLEMENT else f"motif absent du règlement : {m.lower()}"
    )
    return archives.assign(raison_ecart=raison, vu_le="22/11")


def rapprocher(table):
    vraies = table[table["raison_ecart"] == ""]
    return vraies.groupby(["id_enfant", "activite", "annee"]).last()
