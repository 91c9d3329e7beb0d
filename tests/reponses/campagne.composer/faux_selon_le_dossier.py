def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    if "périscolaire" in personne["base_origine"]:
        gouts = ["atelier"]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    return ["mairie", sortie["id"], "accord", "stop"]
