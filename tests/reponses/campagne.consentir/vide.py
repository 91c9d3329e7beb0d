def destinataires(personnes, consentements, campagne):
    """Les lignes de `personnes` à qui l'on peut écrire, une par contact (un DataFrame avec `id_personne`)."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("campagne.consentir").
# destinataires = choisir(
#     "campagne.consentir",
#     accord=...,
#     ordre=...,
#     preuve=...,
#     ecarter=[...],
# )
