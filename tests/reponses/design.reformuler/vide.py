def reformuler(message, contexte):
    """La réponse à envoyer (un texte)."""
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
