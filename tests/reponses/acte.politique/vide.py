def politique(demande):
    """{"voie": …, "identification": …, "remise": …, "signe": …, "prevenir": …, "motif": …}"""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
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
