def plan_incident(incident):
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "garder_les_preuves", "heures": 1},
        {"etape": "compter", "heures": 3},
        {"etape": "inscrire_au_registre", "heures": 5},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": ["Jean-Mi"]},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "message_public_sans_nom", "heures": 30},
        {"etape": "chercher_la_cause", "heures": 48},
    ]
