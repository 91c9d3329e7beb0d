PONDERATION = {"prix": 50, "methodo": 20, "rgpd_ethique": 10, "accessibilite": 10, "environnement": 10}
