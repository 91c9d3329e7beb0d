def plan_denvoi(messages, contexte):
    """{"combien": …, "echantillon": […], "envoyer": …, "autres_canaux": […]}"""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("campagne.valider").
# plan_denvoi = choisir(
#     "campagne.valider",
#     echantillon=...,
#     depart=...,
#     autres_canaux=[...],
# )
