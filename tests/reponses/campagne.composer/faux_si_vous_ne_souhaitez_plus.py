def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    e = (choisies if len(choisies) else evenements).iloc[0]
    jour = e["date"][8:] + "/" + e["date"][5:7]
    texte = f"Mairie : {e['titre']}, {e['lieu']}, {jour} à {e['heure']}. "
    return texte + "Si vous ne souhaitez plus recevoir nos messages : STOP."
