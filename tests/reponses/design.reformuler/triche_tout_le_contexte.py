def reformuler(message, contexte):
    return [str(v) for v in contexte.values()]
