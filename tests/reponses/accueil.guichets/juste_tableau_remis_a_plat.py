def part_de_refus(demandes):
    demandes["refus"] = demandes["decision"] == "refuse"
    return demandes.groupby("guichet")["refus"].mean().reset_index()
