def plan_incident(incident):
    """[{"etape": "…", "heures": 0}, …]"""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("campagne.incident").
# plan_incident = choisir(
#     "campagne.incident",
#     etapes=[...],
#     cnil=...,
#     qui_prevenir=...,
# )
