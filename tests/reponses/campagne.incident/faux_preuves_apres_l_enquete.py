def plan_incident(incident):
    exposes = [p["nom"] for p in incident["exposes"]]
    fin = incident["duree_de_l_enquete_heures"]
    return [
        {"etape": "arreter_l_envoi", "heures": 0},
        {"etape": "inscrire_au_registre", "heures": 6},
        {"etape": "prevenir_les_personnes", "heures": 8, "personnes": exposes},
        {"etape": "notifier_la_cnil", "heures": 24},
        {"etape": "garder_les_preuves", "heures": fin},
        {"etape": "compter", "heures": fin + 1},
        {"etape": "chercher_la_cause", "heures": fin + 2},
    ]
