def enqueter(archives):
    """{"jour": "…", "motif": "…", "substituts": ["…", …]}"""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# enqueter = choisir(
#     "donnees.enqueter",
#     jour=...,
#     motif=...,
#     substituts=[...],
# )
