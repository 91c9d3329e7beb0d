PONDERATION = {"prix": 40, "methodo": 20, "rgpd_ethique": 15, "accessibilite": 15, "environnement": 10}
