def evenements_publiables(evenements):
    return evenements[evenements["valide_par"] != ""]
