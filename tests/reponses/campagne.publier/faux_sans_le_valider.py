def evenements_publiables(evenements):
    agents = evenements["calendrier"] == evenements["calendrier"].iloc[0]
    brouillons = evenements["valide_par"] == ""
    public = evenements["visibilite"] == "public"
    return evenements[(public & ~brouillons) | (~agents & brouillons)]
