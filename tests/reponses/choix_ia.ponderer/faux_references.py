PONDERATION = {"prix": 30, "references": 60, "environnement": 10}
