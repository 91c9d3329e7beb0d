def decider(avis, dossiers):
    """Une décision par dossier : "accepter", "a_completer" ou "agent" (une Series, index des dossiers)."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("donnees.decider").
# decider = choisir(
#     "donnees.decider",
#     dossier_incomplet=...,
#     avis_favorable=...,
#     avis_defavorable=...,
#     jour=...,
# )
