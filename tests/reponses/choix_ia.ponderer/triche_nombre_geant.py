PONDERATION = {"prix": 10**400, "environnement": 60}
