def decider(avis, dossiers):
    return ["accepter" if a >= 0.5 else "agent" for a in avis]
