def enqueter(archives):
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    return {"jour": jour, "motif": "FERMETURE AUTO", "substituts": ["code_file", "num_ticket"]}
