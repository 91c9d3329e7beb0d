PONDERATION = {"prix": 30, "transfert": 60, "environnement": 10}
