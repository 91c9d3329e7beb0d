def _juger(offre):
    if pd.isna(offre["rgpd_ethique"]) or pd.isna(offre["accessibilite"]):
        return "À compléter", "merci d'envoyer la pièce manquante"
    if offre["rgpd_ethique"] < 40:
        return "Éliminée", "vos garanties sur les données sont insuffisantes"
    if offre["accessibilite"] < 40:
        return "Éliminée", "votre outil n'est pas assez accessible"
    if not offre["plan_reversibilite"]:
        return "Éliminée", "vous ne prévoyez pas notre départ"
    if offre["agents_formes_jours"] < 3:
        return "Éliminée", "vous ne formez pas assez nos agents"
    return "Admise", ""


def eliminer(offres):
    decisions = [_juger(offre) for _, offre in offres.iterrows()]
    return offres.assign(statut=[d[0] for d in decisions], raison=[d[1] for d in decisions])
