def enqueter(archives):
    # Gaspard l'a dit : le logiciel ferme ce que personne n'a ouvert
    sans_agent = archives.query("instruit_par == ''")
    return {
        "motif": sans_agent["motif"].value_counts().idxmax(),
        "jour": sans_agent["jour_depot"].value_counts().idxmax(),
        "substituts": {"num_ticket", "code_file", "motif", "instruit_par"},
    }
