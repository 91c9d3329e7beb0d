PONDERATION = {"prix": 40, "methodo": 29.99, "rgpd_ethique": 15, "accessibilite": 15, "environnement": 0.01}
