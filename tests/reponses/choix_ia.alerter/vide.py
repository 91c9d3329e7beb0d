def offres_a_justifier(offres, estimation):
    """Les noms des candidats à qui demander de justifier leur prix (une liste)."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# offres_a_justifier = choisir(
#     "choix_ia.alerter",
#     comparer_a=...,
#     ecart=...,
# )
