def part_de_refus(demandes):
    refus = demandes[demandes["decision"] == "refusé"]
    return refus.groupby("guichet").size() / len(demandes)
