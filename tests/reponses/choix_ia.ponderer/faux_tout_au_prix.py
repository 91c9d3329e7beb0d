PONDERATION = {"prix": 100}
