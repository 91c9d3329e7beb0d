def part_de_refus(demandes):
    return (demandes["decision"] == "refuse").groupby(demandes["guichet"]).mean()
