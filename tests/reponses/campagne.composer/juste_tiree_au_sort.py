def composer(personne, evenements):
    gouts = personne["interets"].split(", ")
    choisies = evenements[evenements["theme"].isin(gouts)]
    if choisies.empty:
        choisies = evenements
    sortie = choisies.sample(1).iloc[0]
    jour = sortie["date"][8:] + "/" + sortie["date"][5:7]
    texte = f"La mairie vous propose : {sortie['titre']} ({sortie['lieu']}), le {jour}. "
    return texte + "Vous recevez ce message selon vos préférences. Pour arrêter : STOP"
