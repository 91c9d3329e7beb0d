plan_denvoi = choisir("campagne.valider", echantillon="un_de_chaque_genre", depart="jamais", autres_canaux=["guichet", "appel"])
