evenements_publiables = choisir("campagne.publier", regle="valide")
