def enqueter(archives):
    sans_agent = archives[archives["instruit_par"] == ""]
    colonnes = ["canal", "code_file", "num_ticket", "heure", "age"]
    substituts = [c for c in colonnes if predire_le_jour(archives, [c]) > 0.9]
    return {
        "jour": sans_agent["jour_depot"].mode()[0],
        "motif": sans_agent["motif"].mode()[0],
        "substituts": substituts,
    }
