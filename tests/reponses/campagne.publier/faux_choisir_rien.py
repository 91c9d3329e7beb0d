evenements_publiables = choisir("campagne.publier", regle="rien")
