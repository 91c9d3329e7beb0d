def plan_incident(incident):
    plan = [
        {"etape": e, "heures": h}
        for e, h in [
            ("arreter_l_envoi", 0),
            ("garder_les_preuves", 1),
            ("compter", 2),
            ("inscrire_au_registre", 3),
            ("notifier_la_cnil", 20),
            ("chercher_la_cause", 100),
        ]
    ] + [{"etape": "prevenir_les_personnes", "heures": 5, "personnes": [p["nom"] for p in incident["exposes"]]}]
    return pd.DataFrame(plan).sort_values("heures")
