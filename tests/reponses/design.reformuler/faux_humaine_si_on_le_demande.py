def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    if "humaine" in message:
        return ["bonjour", "agente", *faits, "apporter", "telephone", "cordialement"]
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]
