PONDERATION = {"prix": 60, "abonnes_tiktok": 40}
