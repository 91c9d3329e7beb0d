def eliminer(offres):
    t = offres.assign(statut="admise", raison="")
    e = (t.rgpd_ethique < 40) | (t.accessibilite < 40) | ~t.plan_reversibilite | (t.agents_formes_jours < 3)
    m = t[["rgpd_ethique", "accessibilite"]].isna().any(axis=1) & ~e
    t.loc[e, ["statut", "raison"]] = ["eliminee", "votre note d'accessibilité est insuffisante"]
    t.loc[m, ["statut", "raison"]] = ["a_completer", "note manquante"]
    return t
