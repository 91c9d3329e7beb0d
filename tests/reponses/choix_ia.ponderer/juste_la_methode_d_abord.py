PONDERATION = {"prix": 30, "methodo": 60, "environnement": 10}
