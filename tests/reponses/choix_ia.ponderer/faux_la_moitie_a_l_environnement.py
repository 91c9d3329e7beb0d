PONDERATION = {"prix": 40, "environnement": 60}
