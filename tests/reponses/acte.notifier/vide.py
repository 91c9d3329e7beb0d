def notifier(evenement):
    """Le texte du message."""
    # VOTRE CODE ICI
    ...


def journaliser(evenement):
    """La ligne du journal technique : un dictionnaire."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("acte.notifier").
# notifier, journaliser = choisir(
#     "acte.notifier",
#     message=...,
#     journal=[...],
#     garde=...,
# )
