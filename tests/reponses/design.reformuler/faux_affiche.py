def reformuler(message, contexte):
    print("Bonjour, il manque", contexte["piece"])
