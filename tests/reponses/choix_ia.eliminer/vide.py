def eliminer(offres):
    """Toutes les offres, avec `statut` et `raison`."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# eliminer = choisir(
#     "choix_ia.eliminer",
#     planchers=...,
#     piece_manquante=...,
#     transfert=...,
#     si_personne=...,
# )
