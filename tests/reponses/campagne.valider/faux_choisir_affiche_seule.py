plan_denvoi = choisir("campagne.valider", echantillon="un_de_chaque_genre", depart="personne_habilitee_et_horaires", autres_canaux=["affiche"])
