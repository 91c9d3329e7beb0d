from chatmairie.echecs.campagne.message import PHRASES


def composer(personne, evenements):
    return [*PHRASES, *evenements["id"]]
