CADRAGE = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue (sélectionnez ces lignes, Ctrl+/ retire les #, puis complétez) :
# CADRAGE = {
#     "besoin": "...",
#     "publics": ["...", "...", "..."],
#     "indicateurs": {"...": 0.0},
#     "arret": {"indicateur": "...", "sur": "...", "seuil": 0.0, "jours": 0},
# }
