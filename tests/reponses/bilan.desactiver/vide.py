ARRET = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue (sélectionnez ces lignes, Ctrl+/ retire les #, puis complétez et ajoutez des lignes) :
# ARRET = [
#     {"etape": "...", "heure": 0, "qui": "..."},
#     {"etape": "...", "heure": 0, "qui": "..."},
#     {"etape": "...", "heure": 12, "qui": "..."},
# ]
