def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    e = (choisies if len(choisies) else evenements).iloc[0]
    texte = f"Mairie : {e['titre']}, {e['lieu']}, {e['date'][8:]}/09 à {e['heure']}. "
    return texte + "Vous avez accepté l'agenda culturel. STOP pour arrêter."
