def enqueter(archives):
    refus = archives[archives["decision"] == "refuse"]
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = refus[refus["jour_depot"] != jour]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}
