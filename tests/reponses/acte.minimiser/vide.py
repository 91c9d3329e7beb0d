def champs_necessaires(demande):
    """L'ensemble des champs à demander : set(), ou {"nom", …}."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("acte.minimiser").
# champs_necessaires = choisir(
#     "acte.minimiser",
#     pas_besoin=...,
#     toujours=[...],
#     avec_filiation=[...],
#     par_courrier=[...],
#     en_ligne=[...],
#     franceconnect_plus=...,
# )
