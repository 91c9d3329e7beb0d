def evenements_publiables(evenements):
    bon = (evenements["visibilite"] == "public") & (evenements["valide_par"] != "")
    return evenements[bon & (evenements["type"] == "culture")]
