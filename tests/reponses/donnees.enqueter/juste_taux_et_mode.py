def enqueter(archives):
    """{"jour": "…", "motif": "…", "substituts": ["…", …]}"""
    refuse = archives["decision"] == "refuse"
    jour = refuse.groupby(archives["jour_depot"]).mean().idxmax()
    motif = archives[refuse & (archives["jour_depot"] == jour)]["motif"].mode()[0]
    return {"jour": jour, "motif": motif, "substituts": ["code_file", "num_ticket"]}
