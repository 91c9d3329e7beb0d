def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", *faits, *(["facile"] if contexte["age"] > 70 else []), "apporter", "envoyer", "telephone", "guichet", "cordialement"]
