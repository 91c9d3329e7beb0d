PONDERATION = {"methodo": 40, "rgpd_ethique": 20, "accessibilite": 20, "environnement": 20}
