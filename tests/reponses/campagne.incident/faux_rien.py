def plan_incident(incident):
    noms = [p["nom"] for p in incident["exposes"]]
    return [
    ]
