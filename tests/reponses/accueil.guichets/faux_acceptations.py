def part_de_refus(demandes):
    return (demandes["decision"] == "accepte").groupby(demandes["guichet"]).mean()
