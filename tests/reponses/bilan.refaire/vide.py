CONDITIONS = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
# CONDITIONS = [
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
#     {"indicateur": "...", "seuil": 0, "qui": "..."},
# ]
