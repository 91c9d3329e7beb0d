def reformuler(message, contexte):
    return "Oui."
