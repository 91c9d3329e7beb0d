PONDERATION = {"prix": 40, "methodo": 30, "rgpd_ethique": 20, "accessibilite": 20, "environnement": 10}
