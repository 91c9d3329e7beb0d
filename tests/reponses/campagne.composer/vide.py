def composer(personne, evenements):
    """Les sorties et les phrases du message pour cette personne (une liste)."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# composer = choisir(
#     "campagne.composer",
#     pour=...,
#     dire=[...],
# )
