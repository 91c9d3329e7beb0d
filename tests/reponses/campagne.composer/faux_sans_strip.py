def composer(personne, evenements):
    gouts = personne["interets"].split(",")
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]
