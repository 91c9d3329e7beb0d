def reformuler(message, contexte):
    return {"reponse": "Bonjour"}
