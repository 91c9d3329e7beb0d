def choisir_solution(mesures, besoin):
    """Le nom de la solution à prendre, ou "aucune"."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez la ligne suivante, Ctrl+/ retire le #, puis complétez.
# choisir_solution = choisir("choix_ia.frugalite", facon=...)
