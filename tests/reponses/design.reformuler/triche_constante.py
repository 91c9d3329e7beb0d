def reformuler(message, contexte):
    return "Bonjour, je suis une IA. Vous pouvez venir à l'accueil. Cordialement."
