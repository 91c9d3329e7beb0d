CONTRE_EXEMPLE = (
    # VOTRE CODE ICI
    ...
)
# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/).
# CONTRE_EXEMPLE = "Votre texte, entre guillemets."
