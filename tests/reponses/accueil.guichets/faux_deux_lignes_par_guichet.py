def part_de_refus(demandes):
    return demandes.groupby("guichet")["decision"].value_counts(normalize=True)
