def composer(personne, evenements):
    return ["mairie", *evenements["id"], "accord", "stop"]
