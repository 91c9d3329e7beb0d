def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    texte = f"Mairie : {sortie['titre']}, {sortie['lieu']}. "
    return texte + "Vous avez accepté l'agenda culturel. STOP pour arrêter."
