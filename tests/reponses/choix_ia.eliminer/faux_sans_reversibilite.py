def eliminer(offres):
    table = offres.assign(statut="admise", raison="")
    ecarts = {
        "protection des données insuffisante": table["rgpd_ethique"] < PLANCHER,
        "accessibilité insuffisante": table["accessibilite"] < PLANCHER,
        "formation des agents trop courte": table["agents_formes_jours"] < 3,
    }
    for raison, condition in ecarts.items():
        table.loc[condition, ["statut", "raison"]] = ["eliminee", raison]
    manque = table[["rgpd_ethique", "accessibilite"]].isna().any(axis=1)
    table.loc[manque, ["statut", "raison"]] = ["a_completer", "une pièce manque : merci de la fournir"]
    return table
