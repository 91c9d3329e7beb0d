COLONNES = (
    # VOTRE CODE ICI
    ...
)
# Sans écrire de phrases : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez.
# COLONNES = choisir(
#     "donnees.colonnes",
#     garder=[...],
# )
