def composer(personne, evenements):
    return []
