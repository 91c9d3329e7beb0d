def decider(avis, dossiers):
    if avis >= 0.5:
        return "accepter"
    return "agent"
