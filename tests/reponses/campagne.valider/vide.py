def plan_denvoi(messages, contexte):
    """{"combien": …, "echantillon": […], "envoyer": …, "autres_canaux": […]}"""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# plan_denvoi = choisir(
#     "campagne.valider",
#     echantillon=...,
#     depart=...,
#     autres_canaux=[...],
# )
