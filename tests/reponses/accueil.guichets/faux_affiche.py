def part_de_refus(demandes):
    print((demandes["decision"] == "refuse").groupby(demandes["guichet"]).mean())
