def reformuler(message, contexte):
    return {"saluer": "bonjour", "faits": ["manque", "avant_le"]}
