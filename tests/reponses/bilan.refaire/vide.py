CONDITIONS = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue (sélectionnez ces lignes, Ctrl+/ retire les #, puis complétez) :
# CONDITIONS = [
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
# ]
