def destinataires(personnes, consentements, campagne):
    """Les lignes de `personnes` à qui l'on peut écrire, une par contact (un DataFrame avec `id_personne`)."""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# destinataires = choisir(
#     "campagne.consentir",
#     accord=...,
#     ordre=...,
#     preuve=...,
#     ecarter=[...],
# )
