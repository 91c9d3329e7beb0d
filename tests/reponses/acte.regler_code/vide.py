REGLAGE_CODE = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
# REGLAGE_CODE = {
#     "longueur": 4, "essais": 3, "duree_min": 1, "envoye_a": "chat",
#     "lie_a": "session", "prolonger": False, "autre_voie": "aucune",
# }
