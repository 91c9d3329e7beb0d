def enqueter(archives):
    jour = archives.decision.eq("refuse").groupby(archives.jour_depot).mean().idxmax()
    return {"jour": jour, "motif": "", "substituts": ["code_file", "num_ticket"]}
