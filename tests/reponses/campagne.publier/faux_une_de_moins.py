def evenements_publiables(evenements):
    return evenements[(evenements["visibilite"] == "public") & (evenements["valide_par"] != "")].iloc[1:]
