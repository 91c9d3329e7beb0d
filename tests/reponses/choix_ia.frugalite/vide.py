def choisir_solution(mesures, besoin):
    """Le nom de la solution à prendre, ou "aucune"."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("choix_ia.frugalite").
# choisir_solution = choisir("choix_ia.frugalite", facon=...)
