def plan_incident(incident):
    """[{"etape": "…", "heures": 0}, …]"""
    # VOTRE CODE ICI
    ...


# Sans code : sélectionnez les lignes suivantes, Ctrl+/ retire les #, puis complétez (une décision par ligne).
# plan_incident = choisir(
#     "campagne.incident",
#     etapes=[...],
#     cnil=...,
#     qui_prevenir=...,
# )
