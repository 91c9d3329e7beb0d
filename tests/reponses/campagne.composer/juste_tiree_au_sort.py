import random


def composer(personne, evenements):
    gouts = personne["interets"].split(", ")
    possibles = list(evenements.loc[evenements["theme"].isin(gouts), "id"]) or list(evenements["id"])
    return ["mairie", random.choice(possibles), "accord", "stop"]
