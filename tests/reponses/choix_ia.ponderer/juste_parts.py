PONDERATION = {"prix": 0.3, "methodo": 0.25, "rgpd_ethique": 0.15, "accessibilite": 0.15, "environnement": 0.1, "references": 0.05}
