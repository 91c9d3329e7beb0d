def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 0.5},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": noms},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]
