def reformuler(message, contexte):
    """Les noms des phrases à envoyer, dans l'ordre (une liste)."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# reformuler = choisir(
#     "design.reformuler",
#     saluer=...,
#     annoncer=...,
#     ensuite=...,
#     personne=...,
#     dire=...,
# )
