def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[(archives["jour_depot"] == jour) & (archives["decision"] == "refuse")]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code de file", "num_ticket"]}
