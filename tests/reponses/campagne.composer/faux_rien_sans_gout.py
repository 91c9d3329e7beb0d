def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    if len(choisies) == 0:
        return ["mairie", "accord", "stop"]
    sortie = choisies.iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]
