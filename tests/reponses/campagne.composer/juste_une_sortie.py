def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    sortie = (choisies if len(choisies) else evenements).iloc[0]
    jour = sortie["date"][8:] + "/" + sortie["date"][5:7]
    texte = f"Mairie : {sortie['titre']}, {sortie['lieu']}, {jour} à {sortie['heure']}. "
    return texte + "Vous avez accepté l'agenda culturel. STOP pour arrêter."
