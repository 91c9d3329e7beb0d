def equilibrer(corpus):
    """Le corpus à donner à l'assistant (un DataFrame, mêmes colonnes)."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("design.equilibrer").
# equilibrer = choisir(
#     "design.equilibrer",
#     questions=...,
#     reponses=...,
# )
