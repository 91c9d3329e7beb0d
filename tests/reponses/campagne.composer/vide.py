def composer(personne, evenements):
    """Le texte du message pour cette personne."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# composer = choisir(
#     "campagne.composer",
#     pour=...,
#     dire=[...],
# )
