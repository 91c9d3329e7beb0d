CADRAGE = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
# CADRAGE = {
#     "besoin": "...",
#     "publics": ["...", "...", "..."],
#     "indicateurs": {"...": 0.0},
#     "arret": {"indicateur": "...", "sur": "...", "seuil": 0.0, "jours": 0},
# }
