def evenements_publiables(evenements):
    """Les lignes de `evenements` que l'on peut envoyer (un DataFrame)."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez la ligne suivante, Ctrl+/ retire le #, puis complétez.
# evenements_publiables = choisir("campagne.publier", regle=...)
