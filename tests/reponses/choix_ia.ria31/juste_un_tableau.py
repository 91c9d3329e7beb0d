RIA31 = pd.DataFrame(
    [
        ("CM-CAD-02", "R7", "sans_ecran", "echecs_par_public"),
        ("CM-CAD-01", "R1", "contribuable", "cadrage"),
        ("CM-STR-07", "R2", "contribuable", "formation"),
    ],
    columns=["critere", "phrase", "personne", "preuve"],
)
