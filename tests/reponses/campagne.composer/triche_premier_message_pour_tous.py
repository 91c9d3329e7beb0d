def composer(personne, evenements):
    return ["mairie", evenements["id"].iloc[0], "accord", "stop"]
