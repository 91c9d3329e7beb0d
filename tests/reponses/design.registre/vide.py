def reperer_familiarite(texte):
    """Une liste de couples (debut, fin). Par exemple "Salut mon pote" donne [(6, 14)]."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("design.registre").
# reperer_familiarite = choisir(
#     "design.registre",
#     chercher=...,
#     meme_si=[...],
#     sauf=[...],
# )
