from chatmairie.echecs.campagne.exercices.incident import ETAPES


def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [{"etape": e, "heures": 0, "personnes": noms} for e in ETAPES]
