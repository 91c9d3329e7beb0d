def reperer_familiarite(texte):
    """Une liste de couples (debut, fin). Par exemple "Salut mon pote" donne [(6, 14)]."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# reperer_familiarite = choisir(
#     "design.registre",
#     chercher=...,
#     meme_si=[...],
#     sauf=[...],
# )
