from chatmairie.echecs.campagne.mecanisme import PHRASES


def composer(personne, evenements):
    return [*PHRASES, *evenements["id"]]
