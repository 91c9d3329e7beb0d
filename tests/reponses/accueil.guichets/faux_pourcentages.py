def part_de_refus(demandes):
    return 100 * (demandes["decision"] == "refuse").groupby(demandes["guichet"]).mean()
