def evenements_publiables(evenements):
    delicat = evenements["titre"].str.contains("Entretien|Visite|Conseil|Médiation")
    decidees = (evenements["valide_par"] != "") & (evenements["visibilite"] != "")
    return evenements[decidees & ~delicat]
