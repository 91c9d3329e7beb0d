def plan_incident(incident):
    return ["arreter_l_envoi", "garder_les_preuves", "compter"]
