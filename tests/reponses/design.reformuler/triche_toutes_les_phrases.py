from chatmairie.echecs.design.reponse import PHRASES


def reformuler(message, contexte):
    return list(PHRASES)
