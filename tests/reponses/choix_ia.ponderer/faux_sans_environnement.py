PONDERATION = {"prix": 40, "methodo": 30, "rgpd_ethique": 15, "accessibilite": 15}
