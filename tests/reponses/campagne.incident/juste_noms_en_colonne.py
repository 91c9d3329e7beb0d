def plan_incident(incident):
    noms = pd.DataFrame(incident["exposes"])["nom"]
    heures = {
        "arreter_l_envoi": 0,
        "garder_les_preuves": 0.5,
        "inscrire_au_registre": 2,
        "compter": 3,
        "prevenir_les_personnes": 24,
        "notifier_la_cnil": 72,
        "chercher_la_cause": 96,
    }
    return [{"etape": etape, "heures": quand, "personnes": noms} for etape, quand in heures.items()]
