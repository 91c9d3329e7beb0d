def part_de_refus(demandes):
    """Pour chaque guichet, la part de ses demandes qui ont été refusées : un nombre entre 0 et 1."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez la ligne suivante, Ctrl+/ retire le #, puis complétez avec un des mots que montre options(…).
# part_de_refus = choisir("accueil.guichets", calcul=...)
