def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    if "pote" in message or "argot" in message:
        return ["salut", "ia", *faits, "apporter", "envoyer", "telephone", "ciao"]
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]
