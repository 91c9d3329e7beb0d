def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    return ["mairie", *(choisies if len(choisies) else evenements)["id"].head(4), "accord", "stop", "merci", "ailleurs"]
