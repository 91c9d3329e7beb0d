def evenements_publiables(evenements):
    delicat = evenements["titre"].str.contains("Entretien|Visite|Conseil|Médiation")
    return evenements[(evenements["valide_par"] != "") & ~delicat]
