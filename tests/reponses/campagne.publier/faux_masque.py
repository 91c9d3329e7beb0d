def evenements_publiables(evenements):
    return (evenements["visibilite"] == "public") & (evenements["valide_par"] != "")
