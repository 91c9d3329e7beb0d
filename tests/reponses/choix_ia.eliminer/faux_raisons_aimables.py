RAISONS = {
    "rgpd_ethique": "Votre offre n’a pas convaincu",
    "accessibilite": "La concurrence était rude",
    "plan_reversibilite": "Nous avons trouvé mieux ailleurs",
    "agents_formes_jours": "Le budget ne le permet pas",
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
