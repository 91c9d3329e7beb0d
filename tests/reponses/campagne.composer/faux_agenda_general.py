def composer(personne, evenements):
    sortie = evenements.iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]
