def enqueter(archives):
    """{"jour": "…", "motif": "…", "substituts": ["…", …]}"""
    # VOTRE CODE ICI
    ...


# Sans code : exécutez options("donnees.enqueter"), puis retirez le # de la ligne suivante et complétez-la.
# enqueter = choisir("donnees.enqueter", jour=..., motif=..., substituts=[...])
