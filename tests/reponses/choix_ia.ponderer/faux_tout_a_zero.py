PONDERATION = {"prix": 0, "methodo": 0, "environnement": 0}
