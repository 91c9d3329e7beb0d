def plan_incident(incident):
    plan = [("chercher_la_cause", 60), ("notifier_la_cnil", 70.5), ("compter", 6), ("garder_les_preuves", 0.5)]
    plan += [("inscrire_au_registre", 20), ("arreter_l_envoi", 0.25)]
    etapes = [{"etape": e, "heures": h} for e, h in plan]
    for personne in incident["exposes"]:
        etapes.append({"etape": "prévenir les personnes", "heures": 12, "personnes": [personne]})
    return tuple(etapes)
