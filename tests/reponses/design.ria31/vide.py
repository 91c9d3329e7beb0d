RIA31 = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue (sélectionnez ces lignes, Ctrl+/ retire les #, puis complétez) :
# RIA31 = [
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
#     {"critere": "CM-...", "phrase": "R1", "personne": "...", "preuve": "..."},
# ]
