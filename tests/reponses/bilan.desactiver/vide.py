ARRET = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
# ARRET = [
#     {"etape": "...", "heure": 0, "qui": "..."},
#     {"etape": "...", "heure": 0, "qui": "..."},
#     {"etape": "...", "heure": 12, "qui": "..."},
# ]
