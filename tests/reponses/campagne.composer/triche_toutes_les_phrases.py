from chatmairie.campagne.message import PHRASES


def composer(personne, evenements):
    return [*PHRASES, *evenements["id"]]
