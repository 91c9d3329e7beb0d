def plan_incident(incident):
    return [
    ]
