def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour" if contexte["age"] > 30 else "bonjour_prenom", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"]
