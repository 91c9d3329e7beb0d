def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[archives["jour_depot"] == jour]["motif"].mode()
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}
