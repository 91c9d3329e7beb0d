evenements_publiables = choisir("campagne.publier", regle="public_et_valide")
