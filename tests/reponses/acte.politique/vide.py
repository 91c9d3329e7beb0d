def politique(demande):
    """{"voie": …, "identification": …, "remise": …, "signe": …, "prevenir": …, "motif": …}"""
    # VOTRE CODE ICI
    ...


# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/). Choix : options("acte.politique").
# politique = choisir(
#     "acte.politique",
#     usage_sans_acte=...,
#     extrait_sans_filiation=...,
#     lien_sans_droit=...,
#     preuves_acceptees=[...],
#     remise=...,
#     signe=...,
#     prevenir=...,
# )
