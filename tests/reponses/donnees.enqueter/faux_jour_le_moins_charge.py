def enqueter(archives):
    # le jour où il n'y a presque personne
    jour = archives["jour_depot"].value_counts().idxmin()
    refus_du_jour = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]
    motif = refus_du_jour["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}
