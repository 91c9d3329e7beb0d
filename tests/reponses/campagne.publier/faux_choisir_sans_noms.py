evenements_publiables = choisir("campagne.publier", regle="sans_noms")
