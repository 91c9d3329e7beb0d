def composer(personne, evenements):
    gouts = personne["interets"].split(",")
    choisies = evenements[evenements["theme"].isin(gouts)]
    e = (choisies if len(choisies) else evenements).iloc[0]
    jour = e["date"][8:] + "/" + e["date"][5:7]
    texte = f"Mairie : {e['titre']}, {e['lieu']}, {jour} à {e['heure']}. "
    return texte + "Vous avez accepté l'agenda culturel. STOP pour arrêter."
