def reformuler(message, contexte):
    faits = ["manque", "avant_le"]
    if contexte["montant"] is not None:
        faits.append("montant")
    print(["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "guichet", "cordialement"])
