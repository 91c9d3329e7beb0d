def part_de_refus(demandes):
    refus = (demandes["decision"] == "refuse").groupby(demandes["guichet"]).sum()
    return refus / refus.sum()
