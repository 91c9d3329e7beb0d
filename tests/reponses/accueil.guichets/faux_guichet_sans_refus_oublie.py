def part_de_refus(demandes):
    refus = demandes[demandes["decision"] == "refuse"].groupby("guichet").size()
    return refus / demandes.groupby("guichet").size()
