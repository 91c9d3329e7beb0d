from chatmairie.echecs.design.mecanisme import PHRASES


def reformuler(message, contexte):
    return list(PHRASES)
