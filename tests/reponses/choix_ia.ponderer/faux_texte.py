PONDERATION = {"prix": "quarante", "methodo": 60}
