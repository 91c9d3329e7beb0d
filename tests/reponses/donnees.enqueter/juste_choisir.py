def enqueter(archives):
    """{"jour": "…", "motif": "…", "substituts": ["…", …]}"""
    # VOTRE CODE ICI
    ...


# Sans code : exécutez options("donnees.enqueter"), puis retirez le # de la ligne suivante et complétez-la.
enqueter = choisir(
    "donnees.enqueter",
    jour="plus_fort_taux",
    motif="personne_n_a_instruit",
    substituts=["code_file", "num_ticket"],
)
