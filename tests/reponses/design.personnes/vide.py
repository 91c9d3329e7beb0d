PERSONNES = (
    # VOTRE CODE ICI
    ...
)
# La forme attendue (sélectionnez ces lignes, Ctrl+/ retire les #, puis complétez) :
# PERSONNES = {"graine": GRAINE, "personnes": [
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
# ]}
