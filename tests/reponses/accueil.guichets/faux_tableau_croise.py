def part_de_refus(demandes):
    return demandes.groupby(["guichet", "decision"]).size().unstack(fill_value=0)
