PERSONNES = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
# PERSONNES = {"graine": GRAINE, "personnes": [
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
#     {"qui": "à compléter", "perd": "temps", "preuve": "J-0000"},
# ]}
