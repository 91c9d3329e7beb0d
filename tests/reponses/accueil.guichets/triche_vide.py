def part_de_refus(demandes):
    return {}
