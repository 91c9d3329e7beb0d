def composer(personne, evenements):
    gouts = [g.strip() for g in personne["interets"].split(",")]
    choisies = evenements[evenements["theme"].isin(gouts)]
    if len(choisies) == 0:
        return "Mairie : rien pour vous ce mois-ci. Vous avez accepté cet agenda. STOP pour arrêter."
    sortie = choisies.iloc[0]
    jour = sortie["date"][8:] + "/" + sortie["date"][5:7]
    texte = f"Mairie : {sortie['titre']}, {sortie['lieu']}, {jour} à {sortie['heure']}. "
    return texte + "Vous avez accepté l'agenda culturel. STOP pour arrêter."
