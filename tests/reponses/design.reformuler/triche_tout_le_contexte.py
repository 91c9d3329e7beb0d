def reformuler(message, contexte):
    return " ".join(str(v) for v in contexte.values())
