def part_de_refus(demandes):
    return demandes[demandes["decision"] == "refuse"]["guichet"].value_counts(normalize=True)
