plan_denvoi = choisir("campagne.valider", echantillon="dix_premiers", depart="personne_habilitee_et_horaires", autres_canaux=["guichet", "appel"])
