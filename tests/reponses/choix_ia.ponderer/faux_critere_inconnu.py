PONDERATION = {"prix": 50, "coup_de_coeur": 50}
