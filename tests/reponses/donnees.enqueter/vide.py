def enqueter(archives):
    """{"jour": "…", "motif": "…", "substituts": ["…", …]}"""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("donnees.enqueter").
# enqueter = choisir(
#     "donnees.enqueter",
#     jour=...,
#     motif=...,
#     substituts=[...],
# )
