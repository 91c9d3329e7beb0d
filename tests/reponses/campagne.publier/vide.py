def evenements_publiables(evenements):
    """Les lignes de `evenements` que l'on peut envoyer (un DataFrame)."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("campagne.publier").
# evenements_publiables = choisir("campagne.publier", regle=...)
