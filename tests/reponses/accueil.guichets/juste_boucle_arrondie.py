def part_de_refus(demandes):
    parts = {}
    for guichet in demandes["guichet"].unique():
        d = demandes[demandes["guichet"] == guichet]
        parts[guichet] = round(len(d[d["decision"] == "refuse"]) / len(d), 2)
    return parts
