def champs_necessaires(demande):
    """L'ensemble des champs à demander : set(), ou {"nom", …}."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# champs_necessaires = choisir(
#     "acte.minimiser",
#     pas_besoin=...,
#     toujours=[...],
#     avec_filiation=[...],
#     par_courrier=[...],
#     en_ligne=[...],
#     franceconnect_plus=...,
# )
