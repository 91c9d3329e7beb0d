PONDERATION = {"prix": 0.01, "methodo": 49.99, "rgpd_ethique": 20, "accessibilite": 20, "environnement": 10}
