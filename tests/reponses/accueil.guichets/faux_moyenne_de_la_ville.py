def part_de_refus(demandes):
    moyenne = (demandes["decision"] == "refuse").mean()
    return {guichet: moyenne for guichet in demandes["guichet"].unique()}
