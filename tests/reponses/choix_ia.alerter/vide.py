def offres_a_justifier(offres, estimation):
    """Les noms des candidats à qui demander de justifier leur prix (une liste)."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("choix_ia.alerter").
# offres_a_justifier = choisir(
#     "choix_ia.alerter",
#     comparer_a=...,
#     ecart=...,
# )
