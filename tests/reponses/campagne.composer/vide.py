def composer(personne, evenements):
    """Les sorties et les phrases du message pour cette personne (une liste)."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("campagne.composer").
# composer = choisir(
#     "campagne.composer",
#     pour=...,
#     dire=[...],
# )
