plan_denvoi = choisir("campagne.valider", echantillon="un_de_chaque_genre", depart="une_approbation", autres_canaux=["guichet", "appel"])
