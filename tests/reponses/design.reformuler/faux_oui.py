def reformuler(message, contexte):
    return ["acceptee"]
