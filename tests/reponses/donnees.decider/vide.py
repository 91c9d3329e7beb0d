def decider(avis, dossiers):
    """Une décision par dossier : "accepter", "a_completer" ou "agent" (une Series, index des dossiers)."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# decider = choisir(
#     "donnees.decider",
#     dossier_incomplet=...,
#     avis_favorable=...,
#     avis_defavorable=...,
#     jour=...,
# )
