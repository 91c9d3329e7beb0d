PONDERATION = {"prix": 20, "methodo": 40, "environnement": 10, "abonnes_tiktok": 30}
