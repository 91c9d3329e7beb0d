def part_de_refus(demandes):
    """Pour chaque guichet, la part de ses demandes qui ont été refusées : un nombre entre 0 et 1."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("accueil.guichets").
# part_de_refus = choisir("accueil.guichets", calcul=...)
