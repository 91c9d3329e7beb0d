def plan_incident(incident):
    yield {"etape": "arreter_l_envoi", "heures": 0}
    yield {"etape": "garder_les_preuves", "heures": 1}
    yield {"etape": "compter", "heures": 2}
    yield {"etape": "inscrire_au_registre", "heures": 3}
    yield {"etape": "prevenir_les_personnes", "heures": 5, "personnes": [p["nom"] for p in incident["exposes"]]}
    yield {"etape": "notifier_la_cnil", "heures": 20}
    yield {"etape": "chercher_la_cause", "heures": 48}
