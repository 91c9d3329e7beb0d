def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    # VOTRE CODE ICI
    ...


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("donnees.ecarter").
# ecarter, rapprocher = choisir(
#     "donnees.ecarter",
#     lignes=[...],
#     doubles=...,
# )
