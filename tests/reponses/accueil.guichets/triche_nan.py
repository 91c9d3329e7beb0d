def part_de_refus(demandes):
    return {guichet: float("nan") for guichet in demandes["guichet"]}
