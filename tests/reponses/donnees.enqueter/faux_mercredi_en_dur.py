def enqueter(archives):
    motif = archives[archives["instruit_par"] == ""]["motif"].mode()[0]
    return {"jour": "mercredi", "motif": motif, "substituts": ["code_file", "num_ticket"]}
