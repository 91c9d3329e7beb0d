def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    return ["bonjour", "ia", "ia_relue", "merci", "excuses", "comprends", *faits, "apporter", "envoyer", "telephone", "courriel", "guichet", "disposition", "cordialement"]
