def equilibrer(corpus):
    """Le corpus à donner à l'assistant (un DataFrame, mêmes colonnes)."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# equilibrer = choisir(
#     "design.equilibrer",
#     questions=...,
#     reponses=...,
# )
