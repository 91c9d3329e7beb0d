RAISONS = {
    "rgpd_ethique": "accessibilité : {accessibilite} sur 100, il en faut 40",
    "accessibilite": "protection des données : {rgpd_ethique} sur 100, il en faut 40",
    "plan_reversibilite": "rien n’est prévu pour reprendre nos données à la fin du contrat",
    "agents_formes_jours": "moins de trois jours de formation",
}


def eliminer(offres):
    lignes = []
    for offre in offres.to_dict("records"):
        manque = [c for c in ("rgpd_ethique", "accessibilite") if offre[c] < 40]
        manque += [] if offre["plan_reversibilite"] else ["plan_reversibilite"]
        manque += ["agents_formes_jours"] if offre["agents_formes_jours"] < 3 else []
        vides = [c for c in ("rgpd_ethique", "accessibilite") if pd.isna(offre[c])]
        statut = "eliminee" if manque else "a_completer" if vides else "admise"
        raison = " ; ".join(RAISONS[c] for c in manque) if manque else "Il manque : " + ", ".join(vides) if vides else ""
        lignes.append({**offre, "statut": statut, "raison": raison.format(**offre)})
    return pd.DataFrame(lignes)
