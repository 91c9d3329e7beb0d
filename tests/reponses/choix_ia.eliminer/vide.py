def eliminer(offres):
    """Toutes les offres, avec `statut` et `raison`."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("choix_ia.eliminer").
# eliminer = choisir(
#     "choix_ia.eliminer",
#     planchers=...,
#     piece_manquante=...,
#     transfert=...,
#     si_personne=...,
# )
