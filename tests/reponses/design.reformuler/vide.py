def reformuler(message, contexte):
    """Les noms des phrases à envoyer, dans l'ordre (une liste)."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("design.reformuler").
# reformuler = choisir(
#     "design.reformuler",
#     saluer=...,
#     annoncer=...,
#     ensuite=...,
#     personne=...,
#     dire=...,
# )
