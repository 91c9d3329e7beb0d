PONDERATION = {"prix": 95, "environnement": 5}
