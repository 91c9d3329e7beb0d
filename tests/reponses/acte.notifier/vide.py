def notifier(evenement):
    """Le texte du message."""
    # VOTRE CODE ICI
    ...


def journaliser(evenement):
    """La ligne du journal technique : un dictionnaire."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# notifier, journaliser = choisir(
#     "acte.notifier",
#     message=...,
#     journal=[...],
#     garde=...,
# )
