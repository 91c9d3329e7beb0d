COLONNES = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("donnees.colonnes").
# COLONNES = choisir(
#     "donnees.colonnes",
#     garder=[...],
# )
