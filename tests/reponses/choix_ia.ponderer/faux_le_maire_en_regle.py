PONDERATION = {"prix": 99, "environnement": 1}
