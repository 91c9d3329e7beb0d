def reformuler(message, contexte):
    faits = ["honneur"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]
